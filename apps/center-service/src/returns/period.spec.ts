import { filedOn, filingRuleFor, type FilingRule } from './filing-day';
import { isWithin, parsePeriod, periodNames, yearToDate } from './period';

const period = (code: string) => parsePeriod(code)!;

describe('a period', () => {
  it.each([
    ['2025-06', 'month', '2025-06-01', '2025-06-30', '2025年6月'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2025-12', 'month', '2025-12-01', '2025-12-31', '2025年12月'],
    ['2025-Q2', 'quarter', '2025-04-01', '2025-06-30', '2025年第二季度'],
    ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31', '2025年第四季度'],
    ['2025-H1', 'half-year', '2025-01-01', '2025-06-30', '2025年上半年'],
    ['2025-H2', 'half-year', '2025-07-01', '2025-12-31', '2025年下半年'],
    ['2025', 'year', '2025-01-01', '2025-12-31', '2025年'],
  ])('%s is a %s from %s to %s', (code, kind, from, to, zh) => {
    expect(period(code)).toEqual({ code, kind, from, to });
    expect(periodNames(period(code)).zh).toBe(zh);
  });

  it.each(['2025-13', '2025-00', '2025-Q5', '2025-H3', '25-06', '2025-6', '', '2025-06-01'])('is not %j', (code) =>
    expect(parsePeriod(code)).toBeUndefined(),
  );

  it('holds both of its ends', () =>
    expect(
      ['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01'].map((day) => isWithin(period('2025-06'), day)),
    ).toEqual([false, true, true, false]));

  it('counts the year from its first of January', () =>
    expect(yearToDate(period('2025-Q3'))).toMatchObject({ from: '2025-01-01', to: '2025-09-30' }));
});

describe('the filing day', () => {
  it.each([
    ['2025-06', '2025-07-05'],
    ['2025-Q2', '2025-07-05'],
    ['2025-H2', '2026-01-05'],
    ['2025', '2026-01-05'],
    ['2025-12', '2026-01-05'],
  ])('of %s is %s, the fifth of the next month', (code, day) =>
    expect(filedOn(period(code), filingRuleFor('370402'))).toBe(day),
  );

  it('is the rule of the smallest jurisdiction around the place', () => {
    const rule = (jurisdiction: string, dayOfNextMonth: number): FilingRule => ({
      jurisdiction,
      dayOfNextMonth,
      source: '示例',
      certainty: 'unsure',
    });
    const rules = [rule('cn', 5), rule('cn-370402', 3), rule('cn-37', 4), rule('cn-51', 6)];
    expect(['370402', '370403', '510100', '110101'].map((code) => filingRuleFor(code, rules).dayOfNextMonth)).toEqual([
      3, 4, 6, 5,
    ]);
  });
});
