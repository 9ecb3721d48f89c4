import { LAYER_FILES, type LayerFiles } from './packs';
import { layerSchema, type Layer } from './rule-pack.schema';

export const layerIdOf = ({
  jurisdiction,
  effectiveOn,
  revision,
}: Pick<Layer, 'jurisdiction' | 'effectiveOn' | 'revision'>) =>
  `${jurisdiction}@${effectiveOn}${revision === undefined ? '' : `.r${revision}`}`;

const mergedTopics = (topics: readonly object[]): object => {
  const merged: Record<string, object> = {};
  for (const topic of topics)
    for (const [part, entries] of Object.entries(topic) as [string, object][])
      merged[part] = { ...merged[part], ...entries };
  return merged;
};

const readLayer = ({ topics, ...head }: LayerFiles): Layer => {
  const result = layerSchema.safeParse({ ...head, ...mergedTopics(topics) });
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`rule layer ${layerIdOf(head as Layer)}: ${where}`);
};

/** Every layer there is, by id. Throws at once when a file breaks the schema. */
export const LAYERS: ReadonlyMap<string, Layer> = new Map(
  LAYER_FILES.map(readLayer).map((layer) => [layerIdOf(layer), layer]),
);
