import { dateInShanghai, type Ground, type PlainDate } from '@mediation/kernel';
import type { Occurrence } from './clock';
import { clocksWith } from './clocks-of';
import { layerIdOf, LAYERS } from './layers';
import type { Identified, RulePack } from './pack';
import { lastDayOf } from './period';
import type { Gate, Layer } from './rule-pack.schema';
import { holds } from './situation';
import { MATERIALS } from './vocabulary';

/** A pack's id that names a layer there is not. */
export class UnknownRulePack extends Error {
  readonly code = 'unknown-rule-pack';
}

const layer = (id: string): Layer => {
  const found = LAYERS.get(id);
  if (found === undefined) throw new UnknownRulePack(`no rule layer ${id}`);
  return found;
};

/** From the oldest that it continues to itself. */
const continued = (each: Layer): readonly Layer[] => [
  ...(each.extends === undefined ? [] : continued(layer(each.extends))),
  each,
];

const PARTS = ['clocks', 'gates', 'materials', 'listed', 'holidays'] as const;
type Part = (typeof PARTS)[number];

const merged = <P extends Part>(layers: readonly Layer[], part: P) => {
  const all: Record<string, unknown> = Object.assign({}, ...layers.map((each) => each[part]));
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, entry]) => entry !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as { readonly [id: string]: NonNullable<Layer[P][string]> };
};

const groundOf = (rule: string, gate: Gate, pack: string): Ground => {
  const { zh, en, adviceZh, adviceEn, source, article, link, certainty } = gate;
  return {
    rule,
    zh,
    en,
    ...(adviceZh !== undefined && { adviceZh }),
    ...(adviceEn !== undefined && { adviceEn }),
    source,
    article,
    ...(link !== undefined && { link }),
    certainty,
    pack,
  };
};

const makePack = (id: string): RulePack => {
  const layers = id.split('+').flatMap((each) => continued(layer(each)));
  const clocks = merged(layers, 'clocks');
  const gates = merged(layers, 'gates');
  const materials = merged(layers, 'materials');
  const listed = merged(layers, 'listed');
  const starting = (what: string, tags: readonly string[]) =>
    Object.values(clocks).filter((rule) => rule.trigger === what && holds(rule, tags));
  const earliest = (what: string, tags: readonly string[], on: PlainDate): PlainDate | undefined =>
    starting(what, tags)
      .map((rule) => lastDayOf(rule, on))
      .sort()[0];
  return {
    id,
    bounceLimit: layers.findLast((each) => each.bounceLimit)?.bounceLimit?.count ?? 2,
    clocks,
    gates,
    materials,
    listed,
    holidays: merged(layers, 'holidays'),
    replyDueOn(kind, offeredOn) {
      const due = earliest('handoff-offered', [`link:${kind}`], offeredOn);
      if (due === undefined) throw new Error(`${id} has no limit for the reply to ${kind}`);
      return due;
    },
    mediationDueOn: (tags, acceptedOn) => earliest('accepted', tags, acceptedOn),
    gate(act, tags) {
      const found = Object.entries(gates).find(([, gate]) => gate.act === act && holds(gate, tags));
      return found && groundOf(found[0], found[1], id);
    },
    materialsFor: (tags) =>
      Object.entries(materials)
        .filter(([, each]) => holds(each, tags))
        .map(([entry, each]): Identified<typeof each> => ({ ...each, id: entry }))
        .sort((a, b) => MATERIALS.indexOf(a.material) - MATERIALS.indexOf(b.material)),
    lists: (list, value) => Object.values(listed).some((each) => each.list === list && each.value === value),
    clocksOf: (occurrences, now) => clocksOf(occurrences, now),
  };
};

const made = new Map<string, RulePack>();

/** The pack of that id, whatever layers were added since. @throws UnknownRulePack */
export const rulePackById = (id: string): RulePack => {
  const known = made.get(id);
  if (known !== undefined) return known;
  const pack = makePack(id);
  made.set(id, pack);
  return pack;
};

/** `cn` → `cn-37` → `cn-3704` → `cn-370402`. */
const chainOf = (division: string | undefined): readonly string[] =>
  division === undefined ? ['cn'] : ['cn', ...[2, 4, 6].map((digits) => `cn-${division.slice(0, digits)}`)];

const newest = (jurisdiction: string, date: PlainDate): string | undefined => {
  const own = [...LAYERS.values()]
    .filter((each) => each.jurisdiction === jurisdiction)
    .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || (a.revision ?? 1) - (b.revision ?? 1));
  // A date before the oldest of the country gets the oldest: what it says is the nearest we know.
  const found = own.findLast((each) => each.effectiveOn <= date) ?? (jurisdiction === 'cn' ? own[0] : undefined);
  return found && layerIdOf(found);
};

/** The rules in force on a date, in the country or in a division of it. */
export const rulePackFor = (date: PlainDate, division?: string): RulePack =>
  rulePackById(
    chainOf(division)
      .map((jurisdiction) => newest(jurisdiction, date))
      .filter((id) => id !== undefined)
      .join('+'),
  );

/**
 * The pack a trigger was recorded under. One that this program does not know, because another version wrote it, is read as the country's
 * pack of that day: a clock by the nearest law is of more use than none.
 */
const packOf = ({ rules, at }: Occurrence): RulePack => {
  try {
    return rulePackById(rules);
  } catch (error) {
    if (error instanceof UnknownRulePack) return rulePackFor(dateInShanghai(at));
    throw error;
  }
};

export const clocksOf = clocksWith(packOf);
