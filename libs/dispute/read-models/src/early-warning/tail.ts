/**
 * P(Y ≥ count) of a negative binomial by its mean and shape: a Poisson count whose rate is known only as well as a gamma
 * distribution of that shape says. An infinite shape is the Poisson distribution.
 */
export const upperTail = (
  count: number,
  { mean, shape }: { readonly mean: number; readonly shape: number },
): number => {
  if (count <= 0) return 1;
  const q = Number.isFinite(shape) ? mean / (shape + mean) : 0;
  let probability = Number.isFinite(shape) ? Math.exp(-shape * Math.log1p(mean / shape)) : Math.exp(-mean);
  let below = probability;
  for (let k = 1; k < count; k += 1) {
    probability *= Number.isFinite(shape) ? ((shape + k - 1) / k) * q : mean / k;
    below += probability;
  }
  return Math.max(0, 1 - below);
};

/** The least count whose tail is below alpha, and not less than `least`. */
export const thresholdOf = (
  alpha: number,
  distribution: { readonly mean: number; readonly shape: number },
  least: number,
): number => {
  let count = least;
  while (upperTail(count, distribution) >= alpha) count += 1;
  return count;
};
