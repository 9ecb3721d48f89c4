import { dateInShanghai, daysBetween, type Instant, type PlainDate } from '@mediation/kernel';
import type { Clock, ClockState, Extension, Occurrence, Pause } from './clock';
import { dateOfDay, dayOfMoment, instantOf } from './day-number';
import { concerns, historyOf, type Told } from './history';
import type { RulePack } from './pack';
import { lastDayUnder, type Halt, type LastDay } from './reckoning';
import type { ClockRule } from './rule-pack.schema';
import type { OccurrenceKind } from './vocabulary';
import { workingDaysBetween } from './working-calendar';

/** One start of a rule. */
interface Start {
  readonly id: string;
  readonly rule: string;
  readonly law: ClockRule;
  readonly pack: string;
  readonly trigger: Told;
}

interface Ending {
  readonly met?: Told | undefined;
  readonly expired?: Told | undefined;
  /** Whichever was first, in milliseconds. */
  readonly at: number;
}

interface ReasonedHalt extends Omit<Halt, 'to'> {
  readonly reason: string;
  /** Absent while it stands. */
  readonly to?: number;
}

/** Days are counted whole, and of what is entered late the hour is often not known: what ended on the day it began has ended. */
const notBefore = ({ law, trigger }: Start, each: Told): boolean =>
  law.unit === 'hour' || law.unit === 'minute' ? each.at >= trigger.at : each.day >= trigger.day;

const endingOf = (start: Start, history: readonly Told[]): Ending => {
  const { id, law, trigger } = start;
  const met = history.find(
    (each) =>
      each !== trigger &&
      notBefore(start, each) &&
      law.endsOn.includes(each.what.what) &&
      concerns(each.what, trigger.what),
  );
  const expired = history.find(({ what }) => what.what === 'expired' && what.clock === id);
  return { met, expired, at: Math.min(met?.at ?? Infinity, expired?.at ?? Infinity) };
};

/** What stood still while the clock ran, by the reasons that its rule knows. */
const haltsOf = ({ law, trigger }: Start, history: readonly Told[], until: number): readonly ReasonedHalt[] => {
  const reasons: readonly string[] = law.pauses;
  if (reasons.length === 0) return [];
  const halts: ReasonedHalt[] = [];
  const open = new Map<string, ReasonedHalt>();
  const goOn = (subject: string, to: number): void => {
    for (const [paused, halt] of open)
      if (subject === 'dispute' || subject === paused) {
        halts.push({ ...halt, to });
        open.delete(paused);
      }
  };
  for (const { at, what } of history.filter((each) => each.at <= until && concerns(each.what, trigger.what))) {
    const { reason = '', subject } = what;
    if (what.what === 'paused' && reasons.includes(reason) && !open.has(subject))
      open.set(subject, { reason, from: at });
    if (what.what === 'resumed') goOn(subject, at);
  }
  return [...halts, ...open.values()].sort((a, b) => a.from - b.from);
};

const extensionsOf = ({ id, law }: Start, history: readonly Told[], until: number): readonly Extension[] => {
  if (law.extension === undefined) return [];
  const { unit, length, count } = law.extension;
  return history
    .filter(({ at, what }) => what.what === 'extended' && what.clock === id && at <= until)
    .slice(0, count)
    .map(({ day }) => ({ on: dateOfDay(day), unit, length }));
};

const isAfter = ({ due, dueAt }: LastDay, at: number): boolean =>
  dueAt === undefined ? dayOfMoment(at) > due : at > dueAt;

const stateOf = ({ met, expired }: Ending, last: LastDay, standsStill: boolean, now: number): ClockState => {
  if (expired) return 'expired';
  if (met) return isAfter(last, met.at) ? 'met-late' : 'met';
  if (isAfter(last, now)) return 'due';
  return standsStill ? 'paused' : 'running';
};

const pausesOf = (halts: readonly ReasonedHalt[], { trigger }: Start, { due }: LastDay): readonly Pause[] =>
  halts
    .filter(({ from, to = Infinity }) => dayOfMoment(to) >= trigger.day && dayOfMoment(from) <= due)
    .map(({ reason, from, to }) => ({
      reason,
      from: dateOfDay(dayOfMoment(from)),
      ...(to !== undefined && { to: dateOfDay(dayOfMoment(to)) }),
    }));

const remainingOf = (dueOn: PlainDate, today: PlainDate): NonNullable<Clock['remaining']> => ({
  days: daysBetween(today, dueOn),
  workingDays: workingDaysBetween(today, dueOn),
});

const lawOf = ({ id, rule, law, pack, trigger }: Start) => ({
  id,
  rule,
  subject: trigger.what.subject,
  titleZh: law.zh,
  titleEn: law.en,
  source: law.source,
  article: law.article,
  certainty: law.certainty,
  pack,
  startedAt: trigger.what.at,
  startsOn: dateOfDay(trigger.day),
  expiry: law.expiry,
});

const clockOf = (start: Start, history: readonly Told[], now: Instant): Clock => {
  const { law, trigger } = start;
  const ending = endingOf(start, history);
  const ended = ending.expired ?? ending.met;
  const asOf = ended ? ending.at : Date.parse(now);
  const halts = haltsOf(start, history, ending.at).map((halt) => (ended ? { to: ending.at, ...halt } : halt));
  const extensions = extensionsOf(start, history, ending.at);
  const last = lastDayUnder(law, {
    startsAt: trigger.at,
    tags: trigger.what.tags ?? [],
    until: law.settable ? trigger.what.until : undefined,
    // While it stands still it ends as if it went on now.
    halts: halts.map(({ from, to }) => ({ from, to: to ?? Math.max(from, asOf) })),
    extensions: extensions.length,
  });
  const pauses = pausesOf(halts, start, last);
  const standsStill = pauses.some(({ to }) => to === undefined);
  const dueOn = dateOfDay(last.due);
  return {
    ...lawOf(start),
    dueOn,
    ...(last.dueAt !== undefined && { dueAt: instantOf(last.dueAt) }),
    ...(last.rollsFrom !== undefined && { rollsFrom: last.rollsFrom }),
    provisional: last.provisional,
    pauses,
    extensions,
    state: stateOf(ending, last, standsStill, asOf),
    ...(ended ? { endedAt: ended.what.at } : { remaining: remainingOf(dueOn, dateInShanghai(now)) }),
  };
};

type PackOf = (trigger: Occurrence) => RulePack;

/** What changes clocks starts none: an extension's own rule is for the calculator, the clock it extends shows the new last day. */
const CHANGES: readonly OccurrenceKind[] = ['paused', 'resumed', 'extended', 'expired'];

const startsIn = (history: readonly Told[], packOf: PackOf): readonly Start[] => {
  const times = new Map<string, number>();
  const triggers = history.filter(({ what }) => !CHANGES.includes(what.what));
  return triggers.flatMap((trigger) => {
    const pack = packOf(trigger.what);
    return pack.startedBy(trigger.what.what, trigger.what.tags ?? []).map((law): Start => {
      const rule = law.id;
      const first = `${rule}/${trigger.what.subject}`;
      const n = (times.get(first) ?? 0) + 1;
      times.set(first, n);
      return { id: n === 1 ? first : `${first}/${n}`, rule, law, pack: pack.id, trigger };
    });
  });
};

const byLastDay = (a: Clock, b: Clock): number => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** The clocks of a history as they stand now, by last day and then by id. The order of telling does not matter: late facts take their place. */
export const clocksWith =
  (packOf: PackOf) =>
  (occurrences: readonly Occurrence[], now: Instant): readonly Clock[] => {
    const history = historyOf(occurrences);
    return startsIn(history, packOf)
      .map((start) => clockOf(start, history, now))
      .sort(byLastDay);
  };
