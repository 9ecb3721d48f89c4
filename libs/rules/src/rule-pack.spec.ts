import { rulePackById, rulePackFor } from './rule-pack';

it('names the pack by jurisdiction and date, and finds it by its name', () => {
  const rules = rulePackFor('2023-06-01');
  expect(rules.id).toBe('cn@2022-05-01');
  expect(rulePackById(rules.id)).toBe(rules);
});

it('gives a court’s referral three working days', () => {
  expect(rulePackFor('2025-03-10').replyDueOn('court-link', '2025-03-10')).toBe('2025-03-13');
});
