import { spreadOf, type Spread } from './spread';

/** One run of one side: what it got done a second. */
export type Run = () => Promise<number>;

export interface Pair {
  readonly baseline: number;
  readonly candidate: number;
}

export interface Comparison {
  readonly pairs: readonly Pair[];
  readonly baseline: Spread;
  readonly candidate: Spread;
  /** Of each candidate to the baseline run just before it, so that a machine that slows down slows both. */
  readonly ratio: Spread;
}

export const comparisonOf = (pairs: readonly Pair[]): Comparison => ({
  pairs,
  baseline: spreadOf(pairs.map(({ baseline }) => baseline)),
  candidate: spreadOf(pairs.map(({ candidate }) => candidate)),
  ratio: spreadOf(pairs.map(({ baseline, candidate }) => candidate / baseline)),
});

/** Baseline and candidate in turn, so many times. */
export const compare = async (
  times: number,
  sides: { readonly baseline: Run; readonly candidate: Run },
  onPair: (pair: Pair, n: number) => void,
): Promise<Comparison> => {
  const pairs: Pair[] = [];
  for (let n = 1; n <= times; n += 1) {
    const baseline = await sides.baseline();
    const pair = { baseline, candidate: await sides.candidate() };
    pairs.push(pair);
    onPair(pair, n);
  }
  return comparisonOf(pairs);
};
