import type { Series } from '../season';

/** What the method was measured against (docs/adr/0019): simple rules of the same false-alarm budget. */
export type Rule = (series: Series, alpha: number) => boolean;

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const variance = (numbers: readonly number[]) => {
  const centre = mean(numbers);
  return numbers.reduce((sum, each) => sum + (each - centre) ** 2, 0) / Math.max(1, numbers.length - 1);
};

/** The upper quantile of the normal distribution (Acklam's rational tail approximation, |error| < 1.2e-9 × value). */
const quantile = (alpha: number): number => {
  const q = Math.sqrt(-2 * Math.log(alpha));
  const c = [-7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968];
  const d = [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const top = c.reduce((sum, each) => sum * q + each, 0) * q + 2.938163982698783;
  return -top / (d.reduce((sum, each) => sum * q + each, 0) * q + 1);
};

/** More than z standard deviations above the mean of all months before. */
export const zScore: Rule = ({ counts }, alpha) => {
  const past = counts.slice(0, -1);
  const limit = mean(past) + quantile(alpha) * Math.sqrt(variance(past));
  return counts.at(-1)! >= 3 && counts.at(-1)! > limit;
};

/** Farrington-like: the same season of the years before (one month either side), quasi-Poisson, limit on the 2/3 power scale. */
export const farringtonLike: Rule = ({ counts }, alpha) => {
  const last = counts.length - 1;
  const base = [12, 24, 36, 48]
    .flatMap((back) => [last - back - 1, last - back, last - back + 1])
    .filter((index) => index >= 0 && index < last)
    .map((index) => counts[index]!);
  if (base.length < 3) return false;
  const centre = mean(base);
  const dispersion = Math.max(1, centre === 0 ? 1 : variance(base) / centre);
  const spread = dispersion * centre + variance(base) / base.length;
  const deviation = (2 / 3) * centre ** (-1 / 3) * Math.sqrt(spread);
  const limit = centre === 0 ? 0 : (centre ** (2 / 3) + quantile(alpha) * deviation) ** 1.5;
  return counts.at(-1)! >= 3 && counts.at(-1)! > limit;
};
