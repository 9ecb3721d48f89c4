import { isProvisional } from './working-calendar';
import type { PlainDate } from '@mediation/kernel';
import { dateOfDay, DAY_MS, dayNumber, dayOfMoment, type DayNumber } from './day-number';
import { isOfMoments, lengthInMs, reckonedFrom, rolledFrom, type Period, type Stop } from './period';
import type { ClockRule } from './rule-pack.schema';

/** When a clock stood still, in milliseconds. */
export interface Halt {
  readonly from: number;
  readonly to: number;
}

export interface Run {
  readonly startsAt: number;
  /** The situation at the start: some rules have other lengths for some. */
  readonly tags: readonly string[];
  /** A last day that whoever started it set. */
  readonly until?: PlainDate | undefined;
  readonly halts: readonly Halt[];
  /** How many times it was extended. */
  readonly extensions: number;
}

export interface LastDay {
  readonly due: DayNumber;
  /** For hours and minutes, the moment in milliseconds. */
  readonly dueAt?: number;
  readonly rollsFrom?: PlainDate;
  readonly provisional: boolean;
}

/**
 * From the day it stopped to the day before it went on: on the day the appraisal is ordered no one can go on mediating, on the day the result is
 * back they can.
 */
const stopsOf = (halts: readonly Halt[]): readonly Stop[] =>
  halts.map(({ from, to }) => ({ from: dayOfMoment(from), to: dayOfMoment(to) }));

const limitsOf = ({ otherwise, orWithin, unit, length }: ClockRule, tags: readonly string[]): readonly Period[] => [
  otherwise.find(({ when }) => when.every((tag) => tags.includes(tag))) ?? { unit, length },
  ...(orWithin ? [orWithin] : []),
];

const extensionsOf = ({ extension }: ClockRule, { extensions }: Run): readonly Period[] =>
  extension === undefined ? [] : Array.from({ length: Math.min(extensions, extension.count) }, () => extension);

/** Overlapping halts as one. */
const joined = (halts: readonly Halt[]): readonly Halt[] => {
  const all: Halt[] = [];
  for (const halt of [...halts].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && halt.from <= last.to) all[all.length - 1] = { ...last, to: Math.max(last.to, halt.to) };
    else all.push(halt);
  }
  return all;
};

/** The moment a period ends that began at one; each halt before its end puts it off by as long as it lasted. */
const momentAfter = (period: Period, startsAt: number, halts: readonly Halt[]): number => {
  if (!isOfMoments(period.unit)) {
    const day = dayOfMoment(startsAt);
    return startsAt + (reckonedFrom(period, day, stopsOf(halts)) - day) * DAY_MS;
  }
  let end = startsAt + lengthInMs(period.unit, period.length);
  for (const { from, to } of joined(halts)) if (to > startsAt && from < end) end += to - Math.max(from, startsAt);
  return end;
};

const byMoments = (rule: ClockRule, run: Run): LastDay => {
  const first = Math.min(...limitsOf(rule, run.tags).map((limit) => momentAfter(limit, run.startsAt, run.halts)));
  const dueAt = extensionsOf(rule, run).reduce((end, period) => momentAfter(period, end, run.halts), first);
  return { due: dayOfMoment(dueAt), dueAt, provisional: false };
};

/** A set day is put off by the days the clock stands still before it. */
const setDay = (until: PlainDate, startsOn: DayNumber, stops: readonly Stop[]): DayNumber => {
  const day = dayNumber(until);
  return day > startsOn ? reckonedFrom({ unit: 'day', length: day - startsOn }, startsOn, stops) : day;
};

const byDays = (rule: ClockRule, run: Run): LastDay => {
  const startsOn = dayOfMoment(run.startsAt);
  const stops = stopsOf(run.halts);
  const first =
    run.until === undefined
      ? Math.min(...limitsOf(rule, run.tags).map((limit) => reckonedFrom(limit, startsOn, stops)))
      : setDay(run.until, startsOn, stops);
  const reckoned = extensionsOf(rule, run).reduce((day, period) => reckonedFrom(period, day, stops), first);
  // What somebody chose on a calendar is meant as it is; what is counted off may fall on a holiday unseen.
  const isAsSet = run.until !== undefined && reckoned === dayNumber(run.until);
  const due = rule.rolls && !isAsSet ? rolledFrom(reckoned, stops) : reckoned;
  return {
    due,
    ...(due !== reckoned && { rollsFrom: dateOfDay(reckoned) }),
    provisional: !isAsSet && isProvisional(dateOfDay(due)),
  };
};

/** The last day of a clock that runs by a rule. */
export const lastDayUnder = (rule: ClockRule, run: Run): LastDay =>
  isOfMoments(rule.unit) && run.until === undefined ? byMoments(rule, run) : byDays(rule, run);
