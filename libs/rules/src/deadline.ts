import { addDays, dateInShanghai, type Instant, type PlainDate } from '@mediation/kernel';
import type { Extension, Pause } from './clock';
import { dateOfDay, dayNumber, instantOf, startOfDay } from './day-number';
import { DeadlineError, type DeadlineFault } from './deadline-error';
import { LAYERS, merged } from './layers';
import type { RulePack } from './pack';
import { lastDayUnder } from './reckoning';
import { rulePackFor } from './rule-pack';
import type { ClockRule } from './rule-pack.schema';
import type { ExpiryEffect } from './vocabulary';

export interface DeadlineQuestion {
  readonly rule: string;
  /** The day of what starts it; for hours and minutes the moment, else they are counted from the beginning of the day. */
  readonly on: PlainDate | Instant;
  /** `cn`, or a division's code of 2 digits or more, with or without `cn-`. Absent: the country. */
  readonly jurisdiction?: string | undefined;
  /** What else is true of it, beside what the rule itself asks. */
  readonly tags?: readonly string[] | undefined;
  /** From the day it stopped to the day it went on. */
  readonly pauses?: readonly { readonly from: PlainDate; readonly to: PlainDate }[] | undefined;
  /** How many times it was extended, each time by the rule's own length. */
  readonly extensions?: number | undefined;
}

export interface Deadline {
  readonly rule: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly on: PlainDate;
  readonly dueOn: PlainDate;
  /** For hours and minutes, the moment. */
  readonly dueAt?: Instant;
  /** The last day before it rolled to a working day. */
  readonly rollsFrom?: PlainDate;
  readonly article: string;
  readonly source: string;
  /** Below the repository's docs. */
  readonly link?: string;
  readonly pack: string;
  /** Reckoned over a year whose holidays are not published yet. */
  readonly provisional: boolean;
  readonly expiry: ExpiryEffect;
  readonly certainty: string;
  readonly note?: string;
  readonly pauses: readonly Pause[];
  /** Each `on` the last day that it was added to. */
  readonly extensions: readonly Extension[];
}

/** Years whose lunar calendar is known and whose days nobody asks for by mistake. */
const YEARS = { first: 2000, last: 2098 };
const A_DATE = /^\d{4}-\d{2}-\d{2}$/;
const A_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const A_JURISDICTION = /^(?:cn|(?:cn-)?(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}))$/;

const fault = (code: DeadlineFault, { rule }: DeadlineQuestion, zh: string, en: string) =>
  new DeadlineError(code, rule, zh, en);

const isDate = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  if (!A_DATE.test(text) || year < YEARS.first || year > YEARS.last) return false;
  // 30 February is either no date to the machine or another one.
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
};

/** The beginning of the day, or the moment, in milliseconds. */
const startOf = (question: DeadlineQuestion): number => {
  const { on } = question;
  if (isDate(on)) return startOfDay(dayNumber(on));
  const isMoment = A_MOMENT.test(on) && isDate(on.slice(0, 10)) && !Number.isNaN(Date.parse(on));
  if (isMoment) return Date.parse(on);
  throw fault(
    'bad-date',
    question,
    `不是${YEARS.first}至${YEARS.last}年间的日期：${on}。`,
    `not a date between ${YEARS.first} and ${YEARS.last}: ${on}.`,
  );
};

const packOf = (question: DeadlineQuestion, on: PlainDate): RulePack => {
  const { jurisdiction = 'cn' } = question;
  const match = A_JURISDICTION.exec(jurisdiction);
  if (match === null)
    throw fault(
      'unknown-jurisdiction',
      question,
      `不是法域：${jurisdiction}。全国为 cn，地方为行政区划代码。`,
      `not a jurisdiction: ${jurisdiction}. Write cn for the country, or a division's code.`,
    );
  return rulePackFor(on, match[1]);
};

/** The pack of a place on a day, both as people write them. @throws DeadlineError */
export const packAsked = ({ on, jurisdiction }: Pick<DeadlineQuestion, 'on' | 'jurisdiction'>): RulePack => {
  const question = { rule: '', on, jurisdiction };
  return packOf(question, dateInShanghai(instantOf(startOf(question))));
};

/** The ids of every clock's rule that some layer has. */
export const clockRuleIds = (): readonly string[] =>
  [...new Set(LAYERS.all.flatMap((layer) => Object.keys(merged([layer], 'clocks'))))].sort();

const lawOf = (question: DeadlineQuestion, { id, clocks }: RulePack): ClockRule => {
  const { rule, tags = [] } = question;
  const law = Object.hasOwn(clocks, rule) ? clocks[rule] : undefined;
  if (law === undefined) {
    if (!clockRuleIds().includes(rule))
      throw fault('unknown-rule', question, `没有期限规则 ${rule}。`, `there is no rule ${rule}.`);
    throw fault('no-such-rule-here', question, `规则包 ${id} 没有 ${rule}。`, `the pack ${id} has no ${rule}.`);
  }
  const excepted = law.unless.find((tag) => tags.includes(tag));
  if (excepted !== undefined)
    throw fault(
      'rule-does-not-apply',
      question,
      `${rule} 不适用于 ${excepted}。`,
      `${rule} does not apply to ${excepted}.`,
    );
  return law;
};

const pausesOf = (question: DeadlineQuestion, law: ClockRule): readonly Pause[] => {
  const { rule, pauses = [] } = question;
  return pauses.map(({ from, to }) => {
    const [reason] = law.pauses;
    if (reason === undefined)
      throw fault('not-pausable', question, `${rule} 不因任何事由中止。`, `${rule} does not stop for anything.`);
    if (!isDate(from) || !isDate(to) || to < from)
      throw fault(
        'bad-pause',
        question,
        `不是起止日期：${from} 至 ${to}。`,
        `not a first and a last date: ${from} to ${to}.`,
      );
    return { reason, from, to };
  });
};

const timesOf = (question: DeadlineQuestion, { extension }: ClockRule): number => {
  const { rule, extensions = 0 } = question;
  const most = extension?.count ?? 0;
  if (Number.isInteger(extensions) && extensions >= 0 && extensions <= most) return extensions;
  throw fault(
    'not-extendable',
    question,
    most === 0 ? `${rule} 不可延长。` : `${rule} 至多延长 ${most} 次。`,
    most === 0 ? `${rule} cannot be extended.` : `${rule} can be extended ${most} times at most.`,
  );
};

/** What each extension adds to: the last day before it rolls. */
const extensionsOf = ({ extension }: ClockRule, reckonedDay: (extensions: number) => PlainDate, times: number) =>
  extension === undefined
    ? []
    : Array.from({ length: times }, (_, i): Extension => ({
        on: reckonedDay(i),
        unit: extension.unit,
        length: extension.length,
      }));

/** The last day of a rule's clock, for whoever asks without a dispute. @throws DeadlineError */
export const deadlineOf = (question: DeadlineQuestion): Deadline => {
  const startsAt = startOf(question);
  const on = dateInShanghai(instantOf(startsAt));
  const pack = packOf(question, on);
  const law = lawOf(question, pack);
  const pauses = pausesOf(question, law);
  const times = timesOf(question, law);
  const halts = pauses.map(({ from, to = from }) => ({
    from: startOfDay(dayNumber(from)),
    to: startOfDay(dayNumber(to)),
  }));
  const tags = [...law.when, ...(question.tags ?? [])];
  const lastDay = (extensions: number) => lastDayUnder(law, { startsAt, tags, halts, extensions });
  const reckonedDay = (extensions: number) => {
    const { rollsFrom, due } = lastDay(extensions);
    return rollsFrom ?? dateOfDay(due);
  };
  const { due, dueAt, rollsFrom, provisional } = lastDay(times);
  return {
    rule: question.rule,
    titleZh: law.zh,
    titleEn: law.en,
    on,
    dueOn: dateOfDay(due),
    ...(dueAt !== undefined && { dueAt: instantOf(dueAt) }),
    ...(rollsFrom !== undefined && { rollsFrom }),
    article: law.article,
    source: law.source,
    ...(law.link !== undefined && { link: law.link }),
    pack: pack.id,
    provisional,
    expiry: law.expiry,
    certainty: law.certainty,
    ...(law.note !== undefined && { note: law.note }),
    pauses,
    extensions: extensionsOf(law, reckonedDay, times),
  };
};
