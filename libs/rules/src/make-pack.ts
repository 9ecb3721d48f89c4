import type { Ground, PlainDate } from '@mediation/kernel';
import { dateOfDay, dayNumber, startOfDay } from './day-number';
import { merged, type Part } from './layers';
import type { Identified, RulePack } from './pack';
import { subsidyUnder } from './subsidy';
import { lastDayUnder } from './reckoning';
import type { Gate, Layer } from './rule-pack.schema';
import { holds } from './situation';
import { MATERIALS, type OccurrenceKind } from './vocabulary';

const groundOf = (gate: Identified<Gate>, pack: string): Ground => {
  const { id: rule, zh, en, adviceZh, adviceEn, source, article, link, certainty } = gate;
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

const identified = <Entry>(entries: Readonly<Record<string, Entry>>): readonly Identified<Entry>[] =>
  Object.entries(entries).map(([id, entry]) => ({ ...entry, id }));

const grouped = <Entry, Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
): ReadonlyMap<Key, readonly Entry[]> => {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
};

/** What a pack is before it is asked about clocks of other packs. */
type PackAlone = Omit<RulePack, 'clocksOf'>;

/** The pack that these layers make, from the general to the special. */
export const packOfLayers = (id: string, layers: readonly Layer[]): PackAlone => {
  const part = <P extends Part>(name: P) => merged(layers, name);
  const [clocks, gates, materials, listed] = [part('clocks'), part('gates'), part('materials'), part('listed')];
  const subsidies = part('subsidies');
  const bounceLimit = layers.findLast((each) => each.bounceLimit !== undefined)?.bounceLimit;
  if (bounceLimit === undefined) throw new Error(`rule pack ${id} has no bounce limit`);
  const clocksByTrigger = grouped(identified(clocks), ({ trigger }) => trigger);
  const gatesByAct = grouped(identified(gates), ({ act }) => act);
  const inOrder = identified(materials).toSorted(
    (a, b) => MATERIALS.indexOf(a.material) - MATERIALS.indexOf(b.material),
  );

  const startedBy: RulePack['startedBy'] = (what, tags) =>
    (clocksByTrigger.get(what) ?? []).filter((rule) => holds(rule, tags));
  const earliest = (what: OccurrenceKind, tags: readonly string[], on: PlainDate): PlainDate | undefined => {
    const days = startedBy(what, tags).map(
      (rule) => lastDayUnder(rule, { startsAt: startOfDay(dayNumber(on)), tags, halts: [], extensions: 0 }).due,
    );
    return days.length === 0 ? undefined : dateOfDay(Math.min(...days));
  };
  return {
    id,
    bounceLimit: bounceLimit.count,
    clocks,
    gates,
    materials,
    listed,
    subsidies,
    holidays: part('holidays'),
    startedBy,
    replyDueOn(kind, offeredOn) {
      const due = earliest('handoff-offered', [`link:${kind}`], offeredOn);
      if (due === undefined) throw new Error(`rule pack ${id} has no limit for the reply to ${kind}`);
      return due;
    },
    mediationDueOn: (tags, acceptedOn) => earliest('accepted', tags, acceptedOn),
    gate(act, tags) {
      const found = gatesByAct.get(act)?.find((gate) => holds(gate, tags));
      return found && groundOf(found, id);
    },
    materialsFor: (tags) => inOrder.filter((material) => holds(material, tags)),
    lists: (list, value) => Object.values(listed).some((each) => each.list === list && each.value === value),
    subsidyFor: (tags) => subsidyUnder(subsidies, tags),
  };
};
