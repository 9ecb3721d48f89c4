import { clockRuleIds, deadlineOf, type DeadlineQuestion } from './deadline';
import { DeadlineError } from './deadline-error';

const asked = (question: Partial<DeadlineQuestion>) =>
  deadlineOf({ rule: 'entrusted-summary', on: '2026-09-25', ...question });
const fault = (question: Partial<DeadlineQuestion>): unknown => {
  try {
    return asked(question);
  } catch (error) {
    if (error instanceof DeadlineError) return [error.code, error.rule, error.message];
    throw error;
  }
};

it('answers with all that a person needs to check it', () => {
  // Seven days after 25 September 2026 end on Friday 2 October, in the holiday of 1–7 October.
  const { note, source, ...answer } = asked({});
  expect(answer).toStrictEqual({
    rule: 'entrusted-summary',
    titleZh: '委托调解期限（简易程序）',
    titleEn: 'Entrusted mediation, summary procedure',
    on: '2026-09-25',
    dueOn: '2026-10-08',
    rollsFrom: '2026-10-02',
    article: '第二十七条',
    link: 'laws/court-invited-mediation-rules-2016.md#art-27',
    pack: 'cn@2026-01-01',
    provisional: false,
    expiry: 'RETURNS_TO_COURT',
    certainty: 'statute',
    pauses: [],
    extensions: [],
  });
  expect([typeof note, typeof source]).toStrictEqual(['string', 'string']);
});

it('stops for pauses and adds extensions to the last day before it rolls', () => {
  // The 28th and 29th stand still, so the seventh day is 4 October; thirty days more are 3 November.
  const pauses = [{ from: '2026-09-28', to: '2026-09-30' }];
  expect(asked({ pauses })).toMatchObject({
    dueOn: '2026-10-08',
    rollsFrom: '2026-10-04',
    pauses: [{ reason: 'appraisal', from: '2026-09-28', to: '2026-09-30' }],
  });
  const extended = asked({ pauses, extensions: 1 });
  expect(extended).toMatchObject({ dueOn: '2026-11-03', extensions: [{ on: '2026-10-04', unit: 'day', length: 30 }] });
  expect(extended).not.toHaveProperty('rollsFrom');
});

it('takes a jurisdiction as code or id, and a moment for a day', () => {
  expect(asked({ jurisdiction: 'cn' }).pack).toBe('cn@2026-01-01');
  expect(asked({ jurisdiction: 'cn-99' }).pack).toBe('cn@2026-01-01');
  expect(asked({ jurisdiction: '990402102' }).pack).toBe('cn@2026-01-01');
  expect(asked({ on: '2026-09-24T17:00:00Z' }).on).toBe('2026-09-25');
});

it('is provisional in a year whose holidays are not published', () => {
  expect(asked({ on: '2026-12-25' })).toMatchObject({
    dueOn: '2027-01-04',
    rollsFrom: '2027-01-01',
    provisional: true,
  });
});

it.each<[string, Partial<DeadlineQuestion>, unknown]>([
  [
    'a rule that nobody has',
    { rule: 'entrusted-sumary' },
    ['unknown-rule', 'entrusted-sumary', '没有期限规则 entrusted-sumary。 there is no rule entrusted-sumary.'],
  ],
  [
    'a name that every object has',
    { rule: 'constructor' },
    ['unknown-rule', 'constructor', '没有期限规则 constructor。 there is no rule constructor.'],
  ],
  [
    'a rule that is not in force there and then',
    { rule: 'entrusted-extension', on: '2024-12-31' },
    [
      'no-such-rule-here',
      'entrusted-extension',
      '规则包 cn@2024-01-01 没有 entrusted-extension。 the pack cn@2024-01-01 has no entrusted-extension.',
    ],
  ],
  [
    'a situation that the rule excepts',
    { rule: 'people-mediation-month', tags: ['body:medical'] },
    [
      'rule-does-not-apply',
      'people-mediation-month',
      'people-mediation-month 不适用于 body:medical。 people-mediation-month does not apply to body:medical.',
    ],
  ],
  [
    'a place that is none',
    { jurisdiction: 'shandong' },
    [
      'unknown-jurisdiction',
      'entrusted-summary',
      "不是法域：shandong。全国为 cn，地方为行政区划代码。 not a jurisdiction: shandong. Write cn for the country, or a division's code.",
    ],
  ],
  [
    'a pause that ends before it begins',
    { pauses: [{ from: '2026-09-30', to: '2026-09-28' }] },
    [
      'bad-pause',
      'entrusted-summary',
      '不是起止日期：2026-09-30 至 2026-09-28。 not a first and a last date: 2026-09-30 to 2026-09-28.',
    ],
  ],
  [
    'a pause of what does not stop',
    { rule: 'mediator-choice', pauses: [{ from: '2026-09-28', to: '2026-09-30' }] },
    [
      'not-pausable',
      'mediator-choice',
      'mediator-choice 不因任何事由中止。 mediator-choice does not stop for anything.',
    ],
  ],
  [
    'more extensions than the rule knows',
    { extensions: 2 },
    [
      'not-extendable',
      'entrusted-summary',
      'entrusted-summary 至多延长 1 次。 entrusted-summary can be extended 1 times at most.',
    ],
  ],
  [
    'an extension of what has none',
    { rule: 'mediator-choice', extensions: 1 },
    ['not-extendable', 'mediator-choice', 'mediator-choice 不可延长。 mediator-choice cannot be extended.'],
  ],
])('refuses %s', (_, question, said) => {
  expect(fault(question)).toStrictEqual(said);
});

it.each(['2026-02-30', '2026-13-01', '26-09-25', '1999-12-31', '2099-01-01', 'today', '2026-09-25T10:00', ''])(
  'refuses what is no date of our years: %s',
  (on) => {
    expect(fault({ on })).toStrictEqual([
      'bad-date',
      'entrusted-summary',
      `不是2000至2098年间的日期：${on}。 not a date between 2000 and 2098: ${on}.`,
    ]);
  },
);

it('lists every rule once, by id', () => {
  const ids = clockRuleIds();
  expect(ids).toStrictEqual([...new Set(ids)].sort());
  expect(ids).toContain('entrusted-extension');
});
