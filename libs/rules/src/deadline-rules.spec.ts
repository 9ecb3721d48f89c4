import { clockRuleIds } from './deadline';
import { deadlineRules, deadlineRulesFor } from './deadline-rules';
import { rulePackFor } from './rule-pack';

describe('the rules that deadlines can be asked for', () => {
  it('are all there are, each once a place, in order', () => {
    const all = deadlineRules();
    expect([...new Set(all.map(({ rule }) => rule))]).toStrictEqual(clockRuleIds());
    const keys = all.map(({ rule, jurisdiction }) => `${rule} ${jurisdiction}`);
    expect(keys).toStrictEqual([...new Set(keys)].sort());
  });

  it('are those in force, at a date and in a place', () => {
    const rules = deadlineRulesFor({ on: '2026-09-25' }).map(({ rule }) => rule);
    expect(rules).toStrictEqual(Object.keys(rulePackFor('2026-09-25').clocks));
    expect(deadlineRulesFor({ on: '2024-12-31' }).map(({ rule }) => rule)).not.toContain('entrusted-extension');
  });

  it('say whose they are, what starts them and what they rest on', () =>
    expect(
      deadlineRulesFor({ on: '2026-09-25', jurisdiction: '370402' }).find(({ rule }) => rule === 'medical-mediation'),
    ).toStrictEqual({
      rule: 'medical-mediation',
      jurisdiction: 'cn',
      titleZh: '医疗纠纷人民调解期限',
      titleEn: 'People’s mediation of a medical dispute',
      source: '医疗纠纷预防和处理条例（2018）',
      article: '第三十八条',
      link: 'laws/medical-dispute-regulation-2018.md#art-38',
      certainty: 'statute',
      trigger: 'accepted',
      limit: { unit: 'working-day', length: 30 },
      pausedBy: ['appraisal'],
      extensions: 10,
      expiry: 'DEEMED_FAILED',
    }));

  it.each([
    [{ on: '2026-02-30' }, 'bad-date'],
    [{ on: '2026-09-25', jurisdiction: '37x' }, 'unknown-jurisdiction'],
  ])('are none for %j', (asked, code) =>
    expect(() => deadlineRulesFor(asked)).toThrow(expect.objectContaining({ code })),
  );
});
