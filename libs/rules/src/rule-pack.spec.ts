import { rulePackFor, rulePacksUnder } from './rule-pack';
import { HANDOFF_KINDS } from './rule-pack.schema';

const rules = rulePackFor('2025-06-01');

it('names the pack by jurisdiction and date', () => {
  expect(rules.id).toBe('cn@2025-01-01');
  expect(rulePackFor('2025-01-01')).toBe(rules);
});

it('answers for a date before the oldest pack with the oldest', () => {
  expect(rulePackFor('2019-05-01')).toBe(rules);
});

it('gives each kind of handoff its reply limit', () => {
  expect(HANDOFF_KINDS.map((kind) => [kind, rules.replyDueOn(kind, '2025-03-10')])).toEqual([
    ['escalation', '2025-03-13'],
    ['directive', '2025-03-17'],
    ['transfer', '2025-03-13'],
    ['court-link', '2025-03-13'],
    ['police-link', '2025-03-13'],
    ['petition-link', '2025-03-13'],
    ['procuratorate-link', '2025-03-13'],
    ['legal-aid-link', '2025-03-13'],
  ]);
});

it("gives people's mediation a month and knows no limit for the other channels as such", () => {
  expect(rules.mediationDueOn('peoples', '2025-09-03')).toBe('2025-10-09');
  expect(rules.mediationDueOn('administrative', '2025-09-03')).toBeUndefined();
  expect(rules.mediationDueOn('judicial', '2025-09-03')).toBeUndefined();
});

it('gives medical and court mediation the limits of their statutes', () => {
  // Thirty working days from Monday 3 March 2025: Qingming (4 April) is off, so one day after six weeks.
  expect(rules.mediationDueOn('medical', '2025-03-03')).toBe('2025-04-15');
  expect(rules.mediationDueOn('court-prefiling', '2025-03-03')).toBe('2025-04-02');
  expect(rules.mediationDueOn('court-ordinary', '2025-03-03')).toBe('2025-03-18');
  expect(rules.mediationDueOn('court-summary', '2025-03-03')).toBe('2025-03-10');
});

it('sends the second return to the common superior', () => {
  expect(rules.bounceLimit).toBe(2);
});

it('claims a statute only where the text was read', () => {
  const { handoffReply, mediation } = rules.data;
  const statutes = Object.entries({ ...handoffReply, ...mediation })
    .filter(([, { certainty }]) => certainty === 'statute')
    .map(([name, { article }]) => [name, article]);
  expect(statutes).toEqual([
    ['court-link', '第十二条'],
    ['medical', '第三十八条'],
    ['court-prefiling', '第二十四条'],
    ['court-ordinary', '第二十四条'],
    ['court-summary', '第二十四条'],
  ]);
});

describe('a local policy', () => {
  it('sets its own limits and names itself in the id', () => {
    const local = rulePacksUnder({ id: '370402-2026', replyWorkingDays: { escalation: 1 } })('2025-06-01');
    expect(local.id).toBe('cn@2025-01-01+370402-2026');
    expect(local.replyDueOn('escalation', '2025-03-10')).toBe('2025-03-11');
    expect(local.replyDueOn('transfer', '2025-03-10')).toBe('2025-03-13');
    expect(local.data.handoffReply.escalation.certainty).toBe('local-policy');
  });

  it('cannot set what a statute fixes', () => {
    expect(() => rulePacksUnder({ id: 'x', replyWorkingDays: { 'court-link': 9 } })).toThrow(
      'local policy x: court-link is fixed by 人民法院在线调解规则 第十二条 and cannot be set',
    );
  });

  it('cannot set a limit that is no number of days', () => {
    expect(() => rulePacksUnder({ id: 'x', replyWorkingDays: { escalation: 0 } })).toThrow(/escalation/);
  });
});
