import { exposureOf, groupedBy, seasonsOf, type Series } from './season';
import { thresholdOf, upperTail } from './tail';

export interface WarningSettings {
  /** At most so many false alarms a month are to be expected of the whole family of series, while nothing changes. */
  readonly falseAlarmsPerMonth: number;
  /** So few disputes are never an alarm. */
  readonly leastCount: number;
  /** Complete months before the one tested that must have been counted: below two years one season stands against one. */
  readonly leastMonths: number;
}

export interface Warning {
  readonly key: string;
  readonly count: number;
  /** Of a month of that season at that place. */
  readonly expected: number;
  readonly threshold: number;
  /** How likely so many or more are, while nothing has changed. */
  readonly probability: number;
}

export type EarlyWarning =
  | { readonly status: 'insufficient-history'; readonly months: number; readonly needed: number }
  | {
      readonly status: 'tested';
      readonly months: number;
      readonly series: number;
      /** Of each single series. */
      readonly alpha: number;
      /** By the model, of all series; below the bound since counts are whole numbers. */
      readonly expectedFalseAlarms: number;
      readonly warnings: readonly Warning[];
    };

export interface Counted {
  readonly series: readonly Series[];
  /** The calendar month (0 is January) that the counts begin with. */
  readonly first: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

interface Rated {
  readonly series: Series;
  readonly past: number;
  readonly exposure: readonly number[];
}

/** How rates differ between the places of one kind: a gamma distribution by its moments, so that thin series lean on the others. */
const priorOf = (places: readonly Rated[]): { readonly shape: number; readonly rate: number } => {
  const exposure = mean(places.map((each) => sum(each.exposure)));
  const rates = places.map(({ past }) => past / exposure);
  // Of a kind never seen, half a dispute in all of its places.
  const average = Math.max(mean(rates), 0.5 / (exposure * places.length));
  const spread = mean(rates.map((rate) => (rate - average) ** 2)) - average / exposure;
  const variance = Math.max(spread, average ** 2 / 50);
  return { shape: average ** 2 / variance, rate: average / variance };
};

/** How much more than chance months vary in the past, over all series: 0 where they vary by chance alone. */
const excessVariation = (rated: readonly Rated[], rateOf: (each: Rated) => number): number => {
  let excess = 0;
  let squares = 0;
  for (const each of rated) {
    const rate = rateOf(each);
    each.exposure.forEach((factor, month) => {
      const expected = rate * factor;
      excess += ((each.series.counts[month] ?? 0) - expected) ** 2 - expected;
      squares += expected ** 2;
    });
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares);
};

interface Predicted {
  readonly key: string;
  readonly count: number;
  readonly mean: number;
  readonly shape: number;
}

/** What the month tested would bring while nothing has changed: the gamma posterior of each series' rate, times the season. */
const predict = ({ series, first }: Counted, months: number): readonly Predicted[] => {
  const seasons = seasonsOf(series, months, first);
  const rated = series.map((each): Rated => {
    const exposure = exposureOf(seasons.get(each.kind) ?? [], months, first);
    return { series: each, past: sum(each.counts.slice(0, months)), exposure };
  });
  const priors = new Map(
    [...groupedBy(rated, (each) => each.series.kind)].map(([kind, places]) => [kind, priorOf(places)]),
  );
  const posterior = (each: Rated) => {
    const { shape, rate } = priors.get(each.series.kind)!;
    return { shape: shape + each.past, rate: rate + sum(each.exposure) };
  };
  const excess = excessVariation(rated, (each) => posterior(each).shape / posterior(each).rate);
  return rated.map((each) => {
    const { shape, rate } = posterior(each);
    const factor = exposureOf(seasons.get(each.series.kind) ?? [], months + 1, first)[months] ?? 1;
    const { key, counts } = each.series;
    return { key, count: counts[months] ?? 0, mean: (shape / rate) * factor, shape: 1 / (1 / shape + excess) };
  });
};

/**
 * Rises of the last month that are unusual for their place and season. Each series is tested at an alpha that shares the tolerated
 * false alarms among all of them, so that what is tolerated holds however many are looked at. A month that is still running may be
 * tested every day at no cost: its count only grows, and it is compared with what the whole month would bring.
 */
export const earlyWarning = (counted: Counted, settings: WarningSettings): EarlyWarning => {
  const { series } = counted;
  const months = (series[0]?.counts.length ?? 1) - 1;
  if (months < settings.leastMonths || series.length === 0) {
    return { status: 'insufficient-history', months, needed: settings.leastMonths };
  }
  const alpha = settings.falseAlarmsPerMonth / series.length;
  let expectedFalseAlarms = 0;
  const warnings: Warning[] = [];
  for (const each of predict(counted, months)) {
    const threshold = thresholdOf(alpha, each, settings.leastCount);
    expectedFalseAlarms += upperTail(threshold, each);
    if (each.count < threshold) continue;
    const { key, count, mean: expected } = each;
    warnings.push({ key, count, expected, threshold, probability: upperTail(count, each) });
  }
  warnings.sort((a, b) => a.probability - b.probability || (a.key < b.key ? -1 : 1));
  return { status: 'tested', months, series: series.length, alpha, expectedFalseAlarms, warnings };
};
