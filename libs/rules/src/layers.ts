import type { PlainDate } from '@mediation/kernel';
import { LAYER_FILES, type LayerFiles } from './packs';
import { layerSchema, type Holiday, type Layer } from './rule-pack.schema';

export const PARTS = ['clocks', 'gates', 'materials', 'listed', 'subsidies', 'holidays'] as const;
export type Part = (typeof PARTS)[number];

type Place = Pick<Layer, 'jurisdiction' | 'effectiveOn' | 'revision'>;

export const layerIdOf = ({ jurisdiction, effectiveOn, revision }: Place): string =>
  `${jurisdiction}@${effectiveOn}${revision === undefined ? '' : `.r${revision}`}`;

const together = (topics: readonly object[], layer: string): object => {
  const merged: Record<string, object> = {};
  for (const topic of topics)
    for (const [part, entries] of Object.entries(topic) as [string, object][]) {
      const twice = Object.keys(entries).find((id) => Object.hasOwn(merged[part] ?? {}, id));
      if (twice !== undefined) throw new Error(`rule layer ${layer}: ${part}.${twice} is in two topics`);
      merged[part] = { ...merged[part], ...entries };
    }
  return merged;
};

const readLayer = ({ topics, ...head }: LayerFiles): Layer => {
  const id = layerIdOf(head as Place);
  const result = layerSchema.safeParse({ ...head, ...together(topics, id) });
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`rule layer ${id}: ${where}`);
};

/** Layers by id, and which of a jurisdiction is the newest. */
export interface LayerSet {
  readonly all: readonly Layer[];
  has(id: string): boolean;
  /** From the oldest that it continues to the layer itself. */
  continued(id: string): readonly Layer[];
  /** The jurisdiction's layer in force on the date: the highest effective date, then the highest revision. */
  newest(jurisdiction: string, date: PlainDate): Layer | undefined;
}

const byTime = (a: Layer, b: Layer): number =>
  a.effectiveOn.localeCompare(b.effectiveOn) || (a.revision ?? 1) - (b.revision ?? 1);

const checkedExtension = (layer: Layer, byId: ReadonlyMap<string, Layer>): void => {
  if (layer.extends === undefined) return;
  const before = byId.get(layer.extends);
  if (before === undefined || before.jurisdiction !== layer.jurisdiction || byTime(before, layer) >= 0)
    throw new Error(`rule layer ${layerIdOf(layer)} does not continue an earlier one of its place: ${layer.extends}`);
};

/** Throws at once when two layers have one id, or a layer continues what is no earlier layer of its jurisdiction. */
export const layerSet = (layers: readonly Layer[]): LayerSet => {
  const byId = new Map(layers.map((layer) => [layerIdOf(layer), layer]));
  if (byId.size < layers.length) throw new Error('two rule layers have the same id');
  for (const layer of layers) checkedExtension(layer, byId);
  const all = [...layers].sort(byTime);
  const continued = (id: string): readonly Layer[] => {
    const layer = byId.get(id);
    if (layer === undefined) return [];
    return [...(layer.extends === undefined ? [] : continued(layer.extends)), layer];
  };
  return {
    all,
    has: (id) => byId.has(id),
    continued,
    newest: (jurisdiction, date) =>
      all.findLast((each) => each.jurisdiction === jurisdiction && each.effectiveOn <= date),
  };
};

type Entry<P extends Part> = NonNullable<Layer[P][string]>;

/** What later layers say in place of earlier ones, by id; an entry that they take away stays, as `null`. */
export const overlaid = <P extends Part>(
  layers: readonly Layer[],
  part: P,
): Readonly<Record<string, Entry<P> | null>> => {
  const all: Record<string, Entry<P> | null> = Object.assign({}, ...layers.map((each) => each[part]));
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** … without those taken away. */
export const merged = <P extends Part>(layers: readonly Layer[], part: P): Readonly<Record<string, Entry<P>>> => {
  const standing = Object.entries(overlaid(layers, part)).filter(
    (entry): entry is [string, Entry<P>] => entry[1] !== null,
  );
  return Object.fromEntries(standing);
};

/** Every layer there is. Throws at once when a file breaks the schema. */
export const LAYERS: LayerSet = layerSet(LAYER_FILES.map(readLayer));

/** The country's first layer also answers for the time before it: what it says is the nearest we know. */
export const firstDay = ({ all }: LayerSet): PlainDate => {
  const first = all.find(({ jurisdiction }) => jurisdiction === 'cn');
  if (first === undefined) throw new Error('there is no rule layer of the country');
  return first.effectiveOn;
};

export const inForce = (layers: LayerSet, date: PlainDate): PlainDate =>
  date < firstDay(layers) ? firstDay(layers) : date;

/** The statutory holidays of the country as the regulation stood on that date. */
export const holidaysOn = (date: PlainDate): readonly Holiday[] => {
  const layer = LAYERS.newest('cn', inForce(LAYERS, date));
  return layer === undefined ? [] : Object.values(merged(LAYERS.continued(layerIdOf(layer)), 'holidays'));
};
