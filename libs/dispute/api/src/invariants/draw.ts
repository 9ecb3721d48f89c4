/** Choices that follow from one number, so that a schedule is a list of numbers that shrinks. */
export interface Draw {
  /** A whole number below `limit`. */
  below(limit: number): number;
  /** True in about `percent` of a hundred draws. */
  chance(percent: number): boolean;
  of<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its weight says. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T;
}

export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  // mulberry32: every seed, 0 included, gives a usable sequence.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    chance: (percent) => below(100) < percent,
    of: (items) => items[below(items.length)]!,
    weighted(items) {
      let left = below(items.reduce((sum, [weight]) => sum + weight, 0));
      return (items.find(([weight]) => (left -= weight) < 0) ?? items.at(-1)!)[1];
    },
  };
};
