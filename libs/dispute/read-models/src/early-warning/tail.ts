/** A count whose rate is known only as well as a gamma distribution of that shape says; an infinite shape is the Poisson distribution. */
export interface Predictive {
  readonly mean: number;
  readonly shape: number;
}

/** P(Y ≥ 0), P(Y ≥ 1), … one after the other; in logarithms, since the first terms of a large mean are too small for a number. */
function* upperTails({ mean, shape }: Predictive): Generator<number, never> {
  const isPoisson = !Number.isFinite(shape);
  const logQ = isPoisson ? Math.log(mean) : Math.log(mean / (shape + mean));
  let logP = isPoisson ? -mean : -shape * Math.log1p(mean / shape);
  let below = 0;
  for (let k = 0; ; k += 1) {
    yield Math.max(0, 1 - below);
    below += Math.exp(logP);
    logP += logQ + (isPoisson ? -Math.log(k + 1) : Math.log((shape + k) / (k + 1)));
  }
}

/** P(Y ≥ count) of the negative binomial. */
export const upperTail = (count: number, predictive: Predictive): number => {
  let k = 0;
  for (const tail of upperTails(predictive)) {
    if (k >= count) return tail;
    k += 1;
  }
  return 0;
};

/** The least count whose tail is below alpha, and not less than `least`. */
export const thresholdOf = (alpha: number, predictive: Predictive, least: number): number => {
  let k = 0;
  for (const tail of upperTails(predictive)) {
    if (k >= least && tail < alpha) return k;
    k += 1;
  }
  return k;
};
