import { earlyWarning } from './early-warning';
import { MEASURED, placeWarnings, WARNING_SETTINGS as SETTINGS, type PlaceCounts } from './families';
import { farringtonLike, zScore } from './spec/alternatives';
import { draw, raised, seeded, type District } from './spec/simulated-district';
import { thresholdOf, upperTail } from './tail';

const SEED = MEASURED.seed;
/** Townships by types, as many disputes as the district of the sample year had. */
const DISTRICT: District = { places: 11, kinds: 16, perMonth: MEASURED.disputesPerMonth, swing: 0.4, months: 24 };

const tested = (series: Parameters<typeof earlyWarning>[0]['series']) => {
  const result = earlyWarning({ series, first: 0 }, SETTINGS);
  if (result.status !== 'tested') throw new Error(result.status);
  return result;
};

describe('the upper tail', () => {
  // 1 − e⁻¹ (1 + 1 + 1/2)
  it('is the Poisson one of a rate that is known', () =>
    expect(upperTail(3, { mean: 1, shape: Infinity })).toBeCloseTo(0.0803014, 7));
  // Geometric with p = 1/2: P(Y ≥ 3) = 1/8
  it('is wider where the rate is not', () => expect(upperTail(3, { mean: 1, shape: 1 })).toBeCloseTo(0.125, 12));
  // P(Y ≥ μ) ≈ 1/2 + 1 ⁄ (3 √(2πμ))
  it('holds for means whose first terms are too small for a number', () => {
    expect(upperTail(1_000, { mean: 1_000, shape: Infinity })).toBeCloseTo(0.5042, 4);
    expect(thresholdOf(0.001, { mean: 1_000, shape: Infinity }, 3)).toBe(1_100);
  });
  it('has its threshold where it falls below alpha, and never below the least count', () => {
    expect(thresholdOf(0.13, { mean: 1, shape: 1 }, 1)).toBe(3);
    expect(thresholdOf(0.12, { mean: 1, shape: 1 }, 1)).toBe(4);
    expect(thresholdOf(0.12, { mean: 0.001, shape: Infinity }, 3)).toBe(3);
  });
});

it('says that there is no history rather than alarm', () =>
  expect(
    earlyWarning({ series: [{ key: 'a', kind: 'x', counts: [...Array<number>(12).fill(1), 50] }], first: 0 }, SETTINGS),
  ).toEqual({
    status: 'insufficient-history',
    months: 12,
    needed: 24,
  }));

it('takes a season that comes every year for no rise, and the same count out of season for one', () => {
  const year = [1, 1, 1, 1, 1, 1, 12, 1, 1, 1, 1, 1];
  const counts = [...year, ...year, ...year];
  const others = Array.from({ length: 9 }, (_, place) => ({
    key: `other-${place}`,
    kind: 'x',
    counts: [...counts, 1],
  }));
  const july = { key: 'july', kind: 'x', counts: [...counts, ...year.slice(0, 6), 12] };
  const until = (month: number) =>
    others.map((each) => ({ ...each, counts: [...counts, ...year].slice(0, month + 1) }));
  expect(tested([july, ...until(42)]).warnings).toEqual([]);
  const march = { key: 'march', kind: 'x', counts: [...counts, 1, 1, 12] };
  expect(tested([march, ...until(38)]).warnings.map(({ key }) => key)).toEqual(['march']);
});

it('alarms a running month no later, and no more often, than the whole of it', () => {
  const random = seeded(SEED);
  const series = raised(draw(DISTRICT, random), 0, 30, random);
  const [first] = tested(series).warnings;
  const soFar = (count: number) =>
    tested(
      series.map((each) =>
        each.key === first!.key ? { ...each, counts: [...each.counts.slice(0, -1), count] } : each,
      ),
    );
  expect(soFar(first!.threshold).warnings.map(({ key }) => key)).toContain(first!.key);
  expect(soFar(first!.threshold - 1).warnings.map(({ key }) => key)).not.toContain(first!.key);
});

describe(`measured on districts drawn with the seed ${SEED}`, () => {
  const MONTHS = MEASURED.months;
  const months = (() => {
    const random = seeded(SEED);
    return Array.from({ length: MONTHS }, () => draw(DISTRICT, random).series);
  })();
  const perMonth = (alarms: number) => {
    const rate = alarms / MONTHS;
    return { rate, high: rate + 1.96 * Math.sqrt(rate / MONTHS) };
  };

  it('gives no more false alarms than are tolerated while nothing changes, as many as the page says', () => {
    const villages: District = { ...DISTRICT, places: 160 };
    const random = seeded(SEED);
    let alarms = 0;
    for (let month = 0; month < MONTHS; month += 1) {
      const rows = draw(villages, random).series.map(({ key, kind, counts }): PlaceCounts => {
        const village = key.split(':')[0]!;
        return { township: `t${Number(village) % 11}`, village: `v${village}`, type: kind, counts };
      });
      const result = placeWarnings(rows, 0);
      if (result.status !== 'tested') throw new Error(result.status);
      expect(result.families.map(({ series }) => series)).toEqual([176, 160, 2560]);
      for (const { expectedFalseAlarms } of result.families) expect(expectedFalseAlarms).toBeLessThan(1 / 3);
      alarms += result.warnings.length;
    }
    const { rate, high } = perMonth(alarms);
    const rounded = (n: number) => Math.round(n * 100) / 100;
    expect(high).toBeLessThan(SETTINGS.falseAlarmsPerMonth);
    expect([rate, 2 * rate - high, high].map(rounded)).toEqual([
      MEASURED.falseAlarmsPerMonth,
      MEASURED.low,
      MEASURED.high,
    ]);
  }, 60_000);

  it('keeps what is tolerated where a z-score of the counts does not', () => {
    const alarms = months.flatMap((series) => series.filter((each) => zScore(each, 1 / series.length))).length;
    expect(perMonth(alarms).rate).toBeGreaterThan(1.2);
  });

  it('sees a doubling of some ten disputes a month in two months of five, a tripling nearly always, and never fewer than Farrington', () => {
    const random = seeded(SEED);
    const seenOf = (times: number) => {
      const runs = Array.from({ length: 100 }, () => {
        const drawn = draw({ ...DISTRICT, perMonth: 200 }, random);
        const distances = drawn.expected.map((each) => Math.abs(each - 10));
        const index = distances.indexOf(Math.min(...distances));
        const series = raised(drawn, index, times, random);
        const seen = tested(series).warnings.some(({ key }) => key === series[index]!.key);
        return [Number(seen), Number(farringtonLike(series[index]!, 1 / series.length))] as const;
      });
      return { ours: runs.reduce((sum, [n]) => sum + n, 0), theirs: runs.reduce((sum, [, n]) => sum + n, 0) };
    };
    const [doubled, tripled] = [seenOf(2), seenOf(3)];
    expect(doubled).toEqual({ ours: 100 * MEASURED.doublingSeen, theirs: 32 });
    expect(tripled).toEqual({ ours: 100 * MEASURED.triplingSeen, theirs: 86 });
  });
});
