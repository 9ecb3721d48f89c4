import { addDays, dateInShanghai, daysBetween } from '@mediation/kernel';
import fc from 'fast-check';
import type { Clock, Occurrence } from './clock';
import { PACK, smallLaw } from './spec/small-law';
import type { OccurrenceKind } from './vocabulary';
import { isWorkingDay } from './working-calendar';

/** Five properties of 2,500 histories each. */
const RUNS = { numRuns: 2500 };

const FIRST = Date.parse('2023-01-01T00:00:00+08:00');
const MINUTE = 60_000;
const SIX_YEARS = 6 * 365 * 24 * 60;
const shown = (minute: number): string => new Date(FIRST + minute * MINUTE).toISOString();

/** Minutes since the beginning of 2023: over published years and those that are not; some at one moment. */
const minute = fc.integer({ min: 0, max: SIX_YEARS });
const moment = fc.oneof(
  { weight: 4, arbitrary: minute.map(shown) },
  { weight: 1, arbitrary: fc.constant(shown(540_000)) },
);

interface Kept {
  readonly from: number;
  readonly length: number;
}
const pause = fc.record({
  from: fc.integer({ min: -20, max: 90 }).map((days) => days * 24 * 60),
  length: fc.integer({ min: 0, max: 40 * 24 * 60 }),
});

const STOPPABLE = {
  'fifteen-days': { what: 'papers-signed-for', tags: [] },
  'thirty-working-days': { what: 'accepted', tags: ['body:medical'] },
  hours: { what: 'petition-received', tags: [] },
} as const;
const stoppable = fc.constantFrom<keyof typeof STOPPABLE>('fifteen-days', 'thirty-working-days', 'hours');

interface Case {
  readonly rule: keyof typeof STOPPABLE;
  readonly start: number;
  readonly pauses: readonly Kept[];
  readonly extensions: number;
}

/** Each pause of a subject of its own, so that one's end is not taken for another's; the clock is the dispute's, so all of them stop it. */
const history = ({ rule, start, pauses, extensions }: Case, pausedFrom = start): readonly Occurrence[] => {
  const base = { rules: PACK };
  return [
    { ...base, what: STOPPABLE[rule].what, at: shown(start), subject: 'dispute', tags: STOPPABLE[rule].tags },
    ...pauses.flatMap(({ from, length }, i): Occurrence[] => [
      { ...base, what: 'paused', at: shown(pausedFrom + from), subject: `s${i}`, reason: 'appraisal' },
      { ...base, what: 'resumed', at: shown(pausedFrom + from + length), subject: `s${i}` },
    ]),
    ...Array.from({ length: extensions }, (): Occurrence => ({
      ...base,
      what: 'extended',
      at: shown(start),
      subject: 'dispute',
      clock: `${rule}/dispute`,
    })),
  ];
};

const clockOf = (occurrences: readonly Occurrence[]): Clock => {
  const [clock] = smallLaw.clocksOf(occurrences, occurrences[0]?.at ?? shown(0));
  if (clock === undefined) throw new Error('no clock');
  return clock;
};
const lastMoment = ({ dueAt, dueOn }: Clock): number => Date.parse(dueAt ?? `${dueOn}T23:59:59.999+08:00`);

const aCase = fc.record({
  rule: stoppable,
  start: minute,
  pauses: fc.array(pause, { maxLength: 3 }),
  extensions: fc.integer({ min: 0, max: 2 }),
});

it('pausing never shortens', () => {
  fc.assert(
    fc.property(aCase, pause, (some, more) => {
      const before = clockOf(history(some));
      const after = clockOf(history({ ...some, pauses: [...some.pauses, more] }));
      expect(lastMoment(after)).toBeGreaterThanOrEqual(lastMoment(before));
    }),
    RUNS,
  );
});

it('extending never shortens', () => {
  fc.assert(
    fc.property(aCase, (some) => {
      const before = clockOf(history(some));
      const after = clockOf(history({ ...some, extensions: some.extensions + 1 }));
      expect(lastMoment(after)).toBeGreaterThanOrEqual(lastMoment(before));
    }),
    RUNS,
  );
});

it('a later start never ends earlier', () => {
  fc.assert(
    fc.property(aCase, fc.integer({ min: 0, max: 60 * 24 * 60 }), (some, later) => {
      const before = clockOf(history(some));
      const after = clockOf(history({ ...some, start: some.start + later }, some.start));
      expect(lastMoment(after)).toBeGreaterThanOrEqual(lastMoment(before));
    }),
    RUNS,
  );
  fc.assert(
    fc.property(minute, fc.integer({ min: 0, max: 60 * 24 * 60 }), (start, later) => {
      const due = (at: number) => clockOf([{ what: 'accepted', at: shown(at), subject: 'dispute', rules: PACK }]).dueOn;
      expect(due(start + later) >= due(start)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** Counted on paper: every day after the first, one by one. */
const onPaper = ({ rule, start, pauses, extensions }: Case): { dueOn: string; rollsFrom?: string } => {
  const day = (at: number) => dateInShanghai(shown(at));
  const stands = (date: string) =>
    pauses.some(({ from, length }) => day(start + from) <= date && date < day(start + from + length));
  const countsWorkingDays = rule === 'thirty-working-days';
  let date = day(start);
  const count = (length: number, counts: (each: string) => boolean) => {
    for (let n = 0; n < length;) {
      date = addDays(date, 1);
      if (counts(date)) n += 1;
    }
  };
  count(countsWorkingDays ? 30 : 15, (each) => !stands(each) && (!countsWorkingDays || isWorkingDay(each)));
  count(30 * extensions, (each) => !stands(each));
  const reckoned = date;
  while (stands(date) || !isWorkingDay(date)) date = addDays(date, 1);
  return { dueOn: date, ...(date !== reckoned && { rollsFrom: reckoned }) };
};

it('its last day is the one counted on paper: a working day, with none between it and the day it rolls from', () => {
  fc.assert(
    fc.property(aCase, (some) => {
      fc.pre(some.rule !== 'hours');
      const clock = clockOf(history(some));
      const { dueOn, rollsFrom } = clock;
      expect({ dueOn, ...(rollsFrom !== undefined && { rollsFrom }) }).toStrictEqual(onPaper(some));
      expect(isWorkingDay(dueOn)).toBe(true);
      if (rollsFrom === undefined) return;
      const between = Array.from({ length: daysBetween(rollsFrom, dueOn) }, (_, i) => addDays(rollsFrom, i));
      const stood = (date: string) => clock.pauses.some(({ from, to = '9999' }) => from <= date && date < to);
      expect(between.filter((date) => isWorkingDay(date) && !stood(date))).toStrictEqual([]);
    }),
    RUNS,
  );
});

const WHAT: readonly OccurrenceKind[] = [
  'accepted',
  'papers-signed-for',
  'handoff-offered',
  'handoff-settled',
  'petition-received',
  'aid-applied',
  'mediation-ended',
  'paused',
  'resumed',
  'extended',
  'expired',
];
const SUBJECTS = ['dispute', 'proceeding-1', 'proceeding-2'];
const anything: fc.Arbitrary<Occurrence> = fc.record(
  {
    what: fc.constantFrom(...WHAT),
    at: moment,
    subject: fc.constantFrom(...SUBJECTS),
    rules: fc.constant(PACK),
    tags: fc.constantFrom<readonly string[]>([], ['body:medical']),
    reason: fc.constantFrom('appraisal', 'hearing', 'other'),
    clock: fc.constantFrom(
      ...SUBJECTS.flatMap((subject) => ['fifteen-days', 'thirty-working-days'].map((rule) => `${rule}/${subject}`)),
      'fifteen-days/proceeding-1/2',
    ),
    until: minute.map((at) => dateInShanghai(shown(at))),
  },
  { requiredKeys: ['what', 'at', 'subject', 'rules'] },
);

it('told in any order, the same history has the same clocks: a late fact takes its place', () => {
  const shuffled = fc.array(anything, { minLength: 2, maxLength: 12 }).chain((occurrences) =>
    fc.record({
      occurrences: fc.constant(occurrences),
      late: fc.shuffledSubarray(occurrences, { minLength: occurrences.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, moment, ({ occurrences, late }, now) => {
      expect(smallLaw.clocksOf(late, now)).toStrictEqual(smallLaw.clocksOf(occurrences, now));
    }),
    RUNS,
  );
});
