import { canonicalJson } from '@mediation/event-store/port';
import type { JsonObject } from '@mediation/kernel';
import type {
  ClockRule,
  Gate,
  Holiday,
  Layer,
  Listed,
  MaterialRule,
  ReleasableLayer,
  SubsidyRate,
} from '@mediation/rules';
import type { Laws } from './law-texts';
import type { Cases } from './cases';
import type { Released } from './released';

interface Kinds {
  readonly clocks: ClockRule;
  readonly gates: Gate;
  readonly materials: MaterialRule;
  readonly listed: Listed;
  readonly subsidies: SubsidyRate;
  readonly holidays: Holiday;
  readonly bounce: NonNullable<Layer['bounceLimit']>;
}
export const PARTS = ['clocks', 'gates', 'materials', 'listed', 'subsidies', 'holidays', 'bounce'] as const;
export type Part = (typeof PARTS)[number];

/** What a layer says from its day on, and goes on saying until another says otherwise. */
export type Entry = { readonly [P in Part]: { readonly part: P; readonly id: string; readonly says: Kinds[P] } }[Part];

/** A layer begins to say it, or, with `entry` null, takes it away. */
export interface Statement {
  readonly part: Part;
  readonly id: string;
  readonly layer: ReleasableLayer;
  readonly entry: Entry | null;
}

/** Everything the commands look at. */
export interface Book {
  readonly layers: readonly ReleasableLayer[];
  /** Of these layers. */
  readonly statements: readonly Statement[];
  readonly packIds: readonly string[];
  readonly laws: Laws;
  readonly cases: Cases;
  readonly released: Released;
}

export const sameJson = (one: unknown, other: unknown): boolean =>
  canonicalJson({ value: one } as JsonObject) === canonicalJson({ value: other } as JsonObject);

type Said = ReadonlyMap<string, { readonly part: Part; readonly id: string; readonly says: unknown }>;

const keyOf = (part: Part, id: string): string => `${part}/${id}`;

/** All that stands in a layer, with what it continues. */
const saidIn = ({ bounceLimit, ...layer }: Layer): Said => {
  const said = PARTS.flatMap((part) => {
    const entries = part === 'bounce' ? (bounceLimit ? { 'bounce-limit': bounceLimit } : {}) : layer[part];
    return Object.entries(entries).map(([id, says]) => ({ part, id, says }));
  });
  return new Map(said.map((each) => [keyOf(each.part, each.id), each]));
};

/** Where something is first said, changed or taken away, layer by layer in the order of time. */
export const statementsOf = (layers: readonly ReleasableLayer[]): readonly Statement[] => {
  const before = new Map(layers.map(({ id, layer }) => [id, saidIn(layer)]));
  return layers.flatMap((layer) => {
    const continued = before.get(layer.layer.extends ?? '');
    return [...saidIn(layer.layer)]
      .filter(([key, { says }]) => !sameJson(continued?.get(key)?.says, says))
      .map(([, { part, id, says }]) => ({
        part,
        id,
        layer,
        entry: says === null ? null : ({ part, id, says } as Entry),
      }));
  });
};

const chainOf = (layers: readonly ReleasableLayer[], id: string): readonly string[] => {
  const found = layers.find((each) => each.id === id);
  if (found === undefined) return [];
  return [...(found.layer.extends === undefined ? [] : chainOf(layers, found.layer.extends)), id];
};

/** What is in force under a pack, each with the statement that says so. */
export const inForce = (
  { layers, statements }: Pick<Book, 'layers' | 'statements'>,
  packId: string,
): ReadonlyMap<string, Statement> => {
  const standing = new Map<string, Statement>();
  for (const layerId of packId.split('+').flatMap((each) => chainOf(layers, each)))
    for (const statement of statements.filter(({ layer }) => layer.id === layerId)) {
      const key = keyOf(statement.part, statement.id);
      if (statement.entry === null) standing.delete(key);
      else standing.set(key, statement);
    }
  return standing;
};

/** The packs under which a statement is the one in force. */
export const packsOf = (book: Book): ((statement: Statement) => readonly string[]) => {
  const standing = book.packIds.map((id) => [id, inForce(book, id)] as const);
  return ({ part, id, layer }) =>
    standing.filter(([, all]) => all.get(keyOf(part, id))?.layer.id === layer.id).map(([pack]) => pack);
};
