import fc from 'fast-check';
import type { EndedCell, MonthCells, MoveCell } from './cells';
import { figuresOf, flowsOf } from './figures';
import { lastDayOf, monthsBefore, monthsFrom, shiftMonth, stepsOf, yearEarlier } from './months';

const SEED = 20_251_129;
const TIERS = ['village', 'township', 'district'] as const;
const MONTHS = monthsFrom('2025-01-01', '2025-12-01');

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const code = fc.oneof(
  fc
    .tuple(oneOf(TIERS), oneOf(['peoples', 'administrative', 'judicial']), oneOf(['first', 'again', 'after-link']))
    .map((parts) => `settled:${parts.join(':')}`),
  fc
    .tuple(oneOf(['failed', 'refused', 'breached']), oneOf(['court', 'told-litigation', 'unknown']))
    .map((parts) => `unresolved:${parts.join(':')}`),
  oneOf(['withdrawn', 'settled-by-themselves', 'not-accepted:party-refuses', 'not-accepted']),
);
const ended: fc.Arbitrary<EndedCell> = fc
  .record({
    township: oneOf(['370402', '370402101', '370402102']),
    tier: oneOf(TIERS),
    n: fc.integer({ min: 1, max: 50 }),
    end: fc.option(fc.tuple(oneOf(MONTHS), code)),
  })
  .map(({ end, ...cell }) => ({ ...cell, resultMonth: end?.[0] ?? null, result: end?.[1] ?? null }));
const move: fc.Arbitrary<MoveCell> = fc.record({
  township: oneOf(['370402101', '370402102']),
  way: oneOf(['up', 'down'] as const),
  month: oneOf(MONTHS),
  code: oneOf(['village-township:mediation-failed', 'township-district:crime-risk']),
  n: fc.integer({ min: 1, max: 9 }),
});
const cells: fc.Arbitrary<readonly MonthCells[]> = fc.array(
  fc.record({ month: oneOf(MONTHS), ended: fc.array(ended), moves: fc.array(move) }),
  { maxLength: 6 },
);

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
const check = (property: fc.IPropertyWithHooks<[readonly MonthCells[], string]>) => fc.assert(property, { seed: SEED });

describe(`the funnel's figures (seed ${SEED})`, () => {
  it('add up, whatever was counted and to whatever month', () =>
    check(
      fc.property(cells, oneOf(MONTHS), (counted, until) => {
        const f = figuresOf(counted, until);
        expect(f.registered).toBe(counted.flatMap((each) => each.ended).reduce((total, { n }) => total + n, 0));
        expect(sum(f.registeredByTier)).toBe(f.registered);
        expect(sum(f.settledByTier) + f.unresolved + f.settledByThemselves + f.withdrawn + f.notAccepted + f.open).toBe(
          f.registered,
        );
        for (const parts of [f.settledByTier, f.settledByChannel, f.settledByStep]) expect(sum(parts)).toBe(f.settled);
        for (const parts of [f.unresolvedByReason, f.unresolvedByDestination]) expect(sum(parts)).toBe(f.unresolved);
        for (const parts of [f.wentUpByRoute, f.wentUpByReason]) expect(sum(parts)).toBe(f.wentUp);
        expect(sum(f.cameBackByHow)).toBe(f.cameBack);
        expect(flowsOf(counted, until).reduce((total, { count }) => total + count, 0)).toBe(f.registered);
      }),
    ));

  it('are the sums of their months’', () =>
    check(
      fc.property(cells, oneOf(MONTHS), (counted, until) => {
        const whole = figuresOf(counted, until);
        const parts = counted.map((each) => figuresOf([each], until));
        for (const figure of ['registered', 'settled', 'unresolved', 'open', 'wentUp', 'cameBack'] as const)
          expect(parts.reduce((total, each) => total + each[figure], 0)).toBe(whole[figure]);
      }),
    ));
});

it('counts a dispute as it stood: what ended later was open, what went up later was not up', () => {
  const counted: MonthCells = {
    month: '2025-01-01',
    ended: [
      {
        township: '370402102',
        tier: 'village',
        resultMonth: '2025-02-01',
        result: 'settled:village:peoples:first',
        n: 3,
      },
      {
        township: '370402102',
        tier: 'village',
        resultMonth: '2025-04-01',
        result: 'settled:township:peoples:after-escalation',
        n: 1,
      },
      {
        township: '370402102',
        tier: 'township',
        resultMonth: '2025-02-01',
        result: 'unresolved:refused:told-litigation',
        n: 2,
      },
      { township: '370402102', tier: 'village', resultMonth: null, result: null, n: 1 },
    ],
    moves: [{ township: '370402102', way: 'up', month: '2025-03-01', code: 'village-township:mediation-failed', n: 1 }],
  };
  expect(figuresOf([counted], '2025-02-01')).toMatchObject({
    registered: 7,
    registeredByTier: { village: 5, township: 2, district: 0 },
    settled: 3,
    unresolved: 2,
    unresolvedByReason: { refused: 2 },
    unresolvedByDestination: { 'told-litigation': 2 },
    open: 2,
    wentUp: 0,
    // 3 ÷ 3, 3 ÷ 3, 3 ÷ (3 + 2)
    rates: { inVillage: { part: 3, whole: 3, share: 1 }, withinNetwork: { part: 3, whole: 5, share: 0.6 } },
  });
  expect(figuresOf([counted], '2025-04-01')).toMatchObject({
    settled: 4,
    settledByTier: { village: 3, township: 1, district: 0 },
    settledByStep: { first: 3, 'after-escalation': 1 },
    open: 1,
    wentUp: 1,
    wentUpByRoute: { 'village-township': 1 },
    wentUpByReason: { 'mediation-failed': 1 },
    rates: { inVillage: { part: 3, whole: 4, share: 0.75 }, inTownship: { part: 4, whole: 4, share: 1 } },
  });
  expect(flowsOf([counted], '2025-02-01')).toEqual([
    { from: 'township', to: 'unresolved', count: 2 },
    { from: 'village', to: 'open', count: 2 },
    { from: 'village', to: 'settled:village', count: 3 },
  ]);
  expect(figuresOf([], '2025-04-01').rates.inVillage).toEqual({ part: 0, whole: 0, share: null });
});

describe('months', () => {
  it('go over the year’s end, and end on their last day', () => {
    expect(shiftMonth('2025-01-01', -1)).toBe('2024-12-01');
    expect(monthsFrom('2024-11-01', '2025-02-01')).toEqual(['2024-11-01', '2024-12-01', '2025-01-01', '2025-02-01']);
    expect(['2024-02-01', '2025-02-01', '2025-12-01'].map(lastDayOf)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
    ]);
  });
  it('have as many before them, and the same ones a year earlier', () => {
    const quarter = { from: '2025-01-01', to: '2025-03-01' };
    expect(monthsBefore(quarter)).toEqual({ from: '2024-10-01', to: '2024-12-01' });
    expect(yearEarlier(quarter)).toEqual({ from: '2024-01-01', to: '2024-03-01' });
  });
  it('make calendar quarters, in part at both ends', () =>
    expect(stepsOf({ from: '2025-02-01', to: '2025-07-01' }, 'quarter')).toEqual([
      { from: '2025-02-01', to: '2025-03-01' },
      { from: '2025-04-01', to: '2025-06-01' },
      { from: '2025-07-01', to: '2025-07-01' },
    ]));
});
