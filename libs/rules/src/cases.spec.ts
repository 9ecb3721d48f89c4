import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@mediation/kernel';
import { caseFileSchema, type CaseFile, type DatedCase } from './case.schema';
import type { Clock, Occurrence } from './clock';
import { clockRuleIds, deadlineOf } from './deadline';
import { clocksOf, packIds, rulePackById } from './rule-pack';
import type { ClockRule } from './rule-pack.schema';

const FOLDER = join(__dirname, 'cases');

const files: readonly CaseFile[] = readdirSync(FOLDER)
  .map((name) => caseFileSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))
  .sort((a, b) => (a.rule < b.rule ? -1 : 1));

interface Answered {
  readonly dueOn: string;
  readonly rollsFrom?: string | undefined;
  readonly provisional: boolean;
}
const answered = ({ dueOn, rollsFrom, provisional }: Answered): Answered => ({ dueOn, rollsFrom, provisional });

const SUBJECT = 'proceeding-1';
const morning = (date: string) => `${date}T09:00:00+08:00`;
const told = (what: Occurrence['what'], on: string, rules: string, more: Partial<Occurrence> = {}): Occurrence => ({
  what,
  at: morning(on),
  subject: SUBJECT,
  rules,
  ...more,
});

const lawOf = (rule: string, pack: string): ClockRule => {
  const law = rulePackById(pack).clocks[rule];
  if (law === undefined) throw new Error(`${pack} has no ${rule}`);
  return law;
};

/** What a dispute would have told, in an order that is not that of the days. */
const historyOf = (rule: string, { on, pack, tags, pauses, extensions }: DatedCase): readonly Occurrence[] => {
  const law = lawOf(rule, pack);
  const reason = law.pauses[0] ?? 'none';
  return [
    ...Array.from({ length: extensions }, () => told('extended', on, pack, { clock: `${rule}/${SUBJECT}` })),
    ...pauses.flatMap(({ from, to }) => [told('resumed', to, pack), told('paused', from, pack, { reason })]),
    told(law.trigger, on, pack, { tags: [...law.when, ...tags] }),
  ];
};

/** An extension's own rule runs no clock: it shows in the clock that was extended, which it is added to the last day of. */
const extendedHistory = ({ on, pack }: DatedCase, base: string): readonly Occurrence[] => {
  const law = lawOf(base, pack);
  const startedOn = addDays(on, -law.length);
  return [
    told('extended', startedOn, pack, { clock: `${base}/${SUBJECT}` }),
    told(law.trigger, startedOn, pack, { tags: law.when }),
  ];
};
const EXTENDED: Readonly<Record<string, string>> = { 'entrusted-extension': 'entrusted-ordinary' };

const clockOf = (rule: string, dated: DatedCase): Clock | undefined => {
  const base = EXTENDED[rule];
  const history = base === undefined ? historyOf(rule, dated) : extendedHistory(dated, base);
  return clocksOf(history, morning(dated.on)).find(({ id }) => id === `${base ?? rule}/${SUBJECT}`);
};

describe.each(files.map(({ rule, cases }) => ({ rule, cases })))('$rule', ({ rule, cases }) => {
  const each = cases.map((dated, i) => ({ ...dated, i: i + 1 }));

  it.each(each)('$i: $kind, $jurisdiction, $on: the calculator answers $dueOn', (dated) => {
    const { on, jurisdiction, tags, pauses, extensions, pack, article } = dated;
    const answer = deadlineOf({ rule, on, jurisdiction, tags, pauses, extensions });
    expect({ ...answered(answer), pack: answer.pack, article: answer.article }).toStrictEqual({
      ...answered(dated),
      pack,
      article,
    });
  });

  it.each(each)('$i: $kind, $jurisdiction, $on: the clock of a dispute ends $dueOn', (dated) => {
    const clock = clockOf(rule, dated);
    expect(clock && { ...answered(clock), pack: clock.pack }).toStrictEqual({ ...answered(dated), pack: dated.pack });
  });
});

it('has a file of dated cases for every rule of every pack, and for no other', () => {
  const named = packIds().flatMap((id) => Object.keys(rulePackById(id).clocks));
  expect([...new Set(named)].sort()).toStrictEqual(clockRuleIds());
  expect(files.map(({ rule }) => rule)).toStrictEqual(clockRuleIds());
  expect(new Set(readdirSync(FOLDER))).toStrictEqual(new Set(clockRuleIds().map((rule) => `${rule}.json`)));
});

const lawsOf = (rule: string): readonly ClockRule[] =>
  packIds().flatMap((id) => {
    const law = rulePackById(id).clocks[rule];
    return law ? [law] : [];
  });

const LONG_HOLIDAYS: readonly string[] = ['national-day', 'spring-festival'];

it.each(files)('$rule has a case of every kind that it can have', ({ rule, cases }) => {
  const kinds = cases.map(({ kind, dueOn }) => (LONG_HOLIDAYS.includes(kind) ? `${kind} ${dueOn.slice(0, 4)}` : kind));
  const laws = lawsOf(rule);
  const wanted = [
    'ordinary',
    'national-day 2025',
    'national-day 2026',
    'spring-festival 2025',
    'spring-festival 2026',
    'make-up-day',
    'pack-boundary',
    'unpublished-year',
    ...(laws.some(({ pauses }) => pauses.length > 0) ? ['pause'] : []),
    ...(laws.some(({ extension }) => extension) ? ['extension'] : []),
  ];
  expect(wanted.filter((kind) => !kinds.includes(kind))).toStrictEqual([]);
  expect(kinds.some((kind) => kind === 'month-end' || kind === 'leap-day')).toBe(true);
});
