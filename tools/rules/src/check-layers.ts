import type { ReleasableLayer } from '@mediation/rules';
import type { Book, Statement } from './book';

const placesOf = (layers: readonly ReleasableLayer[]): readonly string[] => [
  ...new Set(layers.map(({ layer }) => layer.jurisdiction)),
];

/** Of one place, the newest revision for each day, oldest first. */
const newestByDay = (layers: readonly ReleasableLayer[], place: string): readonly ReleasableLayer[] => {
  const byDay = new Map<string, ReleasableLayer>();
  for (const each of layers.filter(({ layer }) => layer.jurisdiction === place)) {
    const known = byDay.get(each.layer.effectiveOn);
    if (known === undefined || (known.layer.revision ?? 1) < (each.layer.revision ?? 1))
      byDay.set(each.layer.effectiveOn, each);
  }
  return [...byDay.values()].sort((a, b) => (a.layer.effectiveOn < b.layer.effectiveOn ? -1 : 1));
};

/**
 * A layer in force must continue the newest before it, by way of older revisions of its own or not: otherwise what that one says is lost
 * from its day on, or a correction does not reach it.
 */
const chainFaults = (layers: readonly ReleasableLayer[], place: string): readonly string[] => {
  const byId = new Map(layers.map((each) => [each.id, each]));
  const continuedBy = (each: ReleasableLayer | undefined): readonly string[] =>
    each === undefined ? [] : [each.id, ...continuedBy(byId.get(each.layer.extends ?? ''))];
  const current = newestByDay(layers, place);
  return current.flatMap((each, i) => {
    const before = current[i - 1];
    return before === undefined || continuedBy(each).includes(before.id)
      ? []
      : [`${each.id}: 未延续 does not continue ${before.id} (extends ${each.layer.extends ?? '—'})`];
  });
};

const isWithin = (inner: string, outer: string): boolean =>
  inner !== outer && (outer === 'cn' || inner.startsWith(outer));

/** `null` takes away what an earlier layer of the place, or one of a larger place, says; else it is a slip of the pen. */
const removalFaults = ({ statements }: Book): readonly string[] =>
  statements
    .filter(({ entry }) => entry === null)
    .filter((removal) => !statements.some((each) => isRemovedBy(removal, each)))
    .map(({ part, id, layer }) => `${layer.id} ${part}.${id}: null，但此前没有 takes away what is not there`);

const isRemovedBy = ({ part, id, layer }: Statement, said: Statement): boolean =>
  said.entry !== null &&
  said.part === part &&
  said.id === id &&
  said.layer.id !== layer.id &&
  (said.layer.layer.jurisdiction === layer.layer.jurisdiction ||
    isWithin(layer.layer.jurisdiction, said.layer.layer.jurisdiction));

/** One id names one thing: refusals, clocks and people refer to entries by it alone. */
const doubleFaults = ({ statements }: Book): readonly string[] => {
  const partOf = new Map<string, string>();
  return statements.flatMap(({ part, id, layer }) => {
    const known = partOf.get(id) ?? part;
    partOf.set(id, known);
    return known === part ? [] : [`${layer.id} ${part}.${id}: ${known} 已用此名 has an entry of that id`];
  });
};

export const layerFaults = (book: Book): readonly string[] => [
  ...placesOf(book.layers).flatMap((place) => chainFaults(book.layers, place)),
  ...removalFaults(book),
  ...doubleFaults(book),
];
