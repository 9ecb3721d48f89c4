import { clockRuleIds } from '@mediation/rules';
import { answer } from './answer';
import { parseRequest } from './request';
import { UsageError } from './usage';

const TODAY = '2026-09-25';
const ask = (line: string) =>
  JSON.parse(answer(parseRequest(line === '' ? [] : line.split(' ')), TODAY)) as Record<string, unknown>;

const faultOf = (line: string): UsageError => {
  try {
    ask(line);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`no fault: ${line}`);
};

describe('npm run deadline', () => {
  it('tells the last day, what it rests on, and what its lapse means', () =>
    // Day 7 is 2 October, in the National Day holiday (1 to 7 October): the 8th is the next working day.
    expect(ask('--rule entrusted-summary --on 2026-09-25')).toStrictEqual({
      rule: 'entrusted-summary',
      titleZh: '委托调解期限（简易程序）',
      titleEn: 'Entrusted mediation, summary procedure',
      on: '2026-09-25',
      dueOn: '2026-10-08',
      rollsFrom: '2026-10-02',
      article: '第二十七条',
      source: '最高人民法院关于人民法院特邀调解的规定（2016）',
      link: 'laws/court-invited-mediation-rules-2016.md#art-27',
      pack: 'cn@2026-01-01',
      provisional: false,
      expiry: 'RETURNS_TO_COURT',
      certainty: 'statute',
      note: expect.stringContaining('appraisal') as string,
      pauses: [],
      extensions: [],
    }));

  it('stops while an appraisal is made, and goes on the day it is back', () =>
    // 26, 27, 30 September and 1 to 4 October are days 1 to 7.
    expect(
      ask('--rule entrusted-summary --on 2026-09-25 --jurisdiction 370402 --pause 2026-09-28..2026-09-30'),
    ).toMatchObject({
      dueOn: '2026-10-08',
      rollsFrom: '2026-10-04',
      pauses: [{ reason: 'appraisal', from: '2026-09-28', to: '2026-09-30' }],
    }));

  it.each([
    ['--extend', '--rule entrusted-summary --on 2026-09-25 --extend'],
    ['--extend 1', '--rule entrusted-summary --on 2026-09-25 --extend 1'],
    ['--extend before another option', '--extend --rule entrusted-summary --on 2026-09-25'],
  ])('adds an extension to the last day reckoned: %s', (_, line) =>
    // 30 days after 2 October is Sunday 1 November.
    expect(ask(line)).toMatchObject({
      dueOn: '2026-11-02',
      rollsFrom: '2026-11-01',
      extensions: [{ on: '2026-10-02', unit: 'day', length: 30 }],
    }),
  );

  it('marks what rests on a year that is not published', () =>
    // 3 working days after 30 December 2026: 31 December, then 4 and 5 January; the 1st is New Year, the 2nd and 3rd a weekend.
    expect(ask('--rule referral-reply --on 2026-12-30')).toMatchObject({ dueOn: '2027-01-05', provisional: true }));

  it('lists every rule, a line each', () => {
    const text = answer(parseRequest(['--list']), TODAY);
    const rules = JSON.parse(text) as readonly { readonly rule: string }[];
    expect([...new Set(rules.map(({ rule }) => rule))]).toStrictEqual(clockRuleIds());
    expect(text.split('\n')).toHaveLength(rules.length + 2);
  });

  it('lists those of a day, today if none is named', () => {
    const rulesOn = (line: string) => (ask(line) as unknown as { rule: string }[]).map(({ rule }) => rule);
    expect(rulesOn('--list --on 2024-12-31')).not.toContain('entrusted-extension');
    expect(rulesOn('--list --jurisdiction cn')).toStrictEqual(rulesOn('--list --on 2026-09-25'));
  });

  it.each([
    ['', '--rule'],
    ['--rule entrusted-summary', '--on'],
    ['--rule entrusted-summary --on 2026-02-30', '--on'],
    ['--rule entrusted-summary --on 2026-09-25 --jurisdiction 3704x', '--jurisdiction'],
    ['--rule entrusted-summary --on 2026-09-25 --pause 2026-09-28', '--pause'],
    ['--rule entrusted-summary --on 2026-09-25 --pause 2026-09-30..2026-09-28', '--pause'],
    ['--rule people-mediation-month --on 2026-09-25 --pause 2026-09-28..2026-09-30', '--pause'],
    ['--rule entrusted-summary --on 2026-09-25 --extend 2', '--extend'],
    ['--rule entrusted-summary --on 2026-09-25 --extend -1', '--extend'],
    ['--rule entrusted-summary --on 2026-09-25 --tag matter:nothing-like-it', '--tag'],
    ['--rule people-mediation-month --on 2026-09-25 --tag body:medical', '--tag'],
    ['--list --rule entrusted-summary', '--rule'],
    ['--list --on tomorrow', '--on'],
    ['--nothing', '--nothing'],
  ])('names the option to put right: %s → %s', (line, option) => {
    const fault = faultOf(line);
    expect(fault.option).toBe(option);
    const [zh = '', en = ''] = fault.message.split(' · ');
    expect([zh, en].map((text) => [text.startsWith(`${option}: `), /\p{Script=Han}/u.test(text)])).toStrictEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('names the rule that was probably meant', () =>
    expect(faultOf('--rule entrusted-sumary --on 2026-09-25').message).toBe(
      '--rule: 没有期限规则 entrusted-sumary。是否 entrusted-summary？ · --rule: there is no rule entrusted-sumary. Did you mean entrusted-summary?',
    ));
});
