import type { Occurrence } from './clock';
import { dayOfMoment, type DayNumber } from './day-number';

/** An occurrence placed in time. */
export interface Told {
  readonly what: Occurrence;
  readonly at: number;
  readonly day: DayNumber;
}

/** What is told of one moment: a halt begins before one ends, so that none of no length stays open. */
const rank = ({ what }: Occurrence): number => (what === 'resumed' ? 1 : 0);

const words = ({ what, subject, rules, tags = [], reason, clock, until }: Occurrence): string =>
  JSON.stringify([what, subject, rules, [...tags].sort(), reason, clock, until]);

const inOrder = (a: Told, b: Told): number => {
  if (a.at !== b.at) return a.at - b.at;
  if (rank(a.what) !== rank(b.what)) return rank(a.what) - rank(b.what);
  const [first, second] = [words(a.what), words(b.what)];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** By when it happened, whatever the order of telling. */
export const historyOf = (occurrences: readonly Occurrence[]): readonly Told[] =>
  occurrences
    .map((what): Told => {
      const at = Date.parse(what.at);
      return { what, at, day: dayOfMoment(at) };
    })
    .sort(inOrder);

/** Of the same subject, or of the whole dispute on either side. */
export const concerns = (each: Occurrence, trigger: Occurrence): boolean =>
  each.subject === trigger.subject || each.subject === 'dispute' || trigger.subject === 'dispute';
