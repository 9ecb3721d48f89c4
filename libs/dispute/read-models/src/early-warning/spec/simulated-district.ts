import type { Series } from '../season';

/** mulberry32: small, seeded, good enough for counting false alarms. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const poisson = (mean: number, random: () => number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
};

/** Gamma of a whole shape, mean 1. */
const unevenness = (shape: number, random: () => number): number =>
  Array.from({ length: shape }, () => -Math.log(1 - random())).reduce((a, b) => a + b, 0) / shape;

export interface District {
  readonly places: number;
  readonly kinds: number;
  /** Disputes a month in the whole district, on average. */
  readonly perMonth: number;
  /** How far the season swings, each kind at another time of the year. */
  readonly swing: number;
  /** Months before the one tested. */
  readonly months: number;
}

export interface Drawn {
  readonly series: readonly Series[];
  /** The month tested is as many times what is usual there. */
  readonly expected: readonly number[];
}

/** A district in which nothing changes: places and kinds that differ, a season, and chance. */
export const draw = ({ places, kinds, perMonth, swing, months }: District, random: () => number): Drawn => {
  const sizes = Array.from({ length: places }, () => unevenness(2, random));
  const shares = Array.from({ length: kinds }, () => unevenness(1, random));
  const scale = perMonth / (sizes.reduce((a, b) => a + b, 0) * shares.reduce((a, b) => a + b, 0));
  const series: Series[] = [];
  const expected: number[] = [];
  for (const [place, size] of sizes.entries())
    for (const [kind, share] of shares.entries()) {
      const rate = (month: number) =>
        scale * size * share * (1 + swing * Math.sin(((month + 3 * kind) * 2 * Math.PI) / 12));
      const counts = Array.from({ length: months + 1 }, (_, month) => poisson(rate(month), random));
      series.push({ key: `${place}:${kind}`, kind: String(kind), counts });
      expected.push(rate(months));
    }
  return { series, expected };
};

/** The same, with one series of the month tested drawn at a multiple. */
export const raised = (drawn: Drawn, index: number, times: number, random: () => number): readonly Series[] =>
  drawn.series.map((each, at) =>
    at === index
      ? { ...each, counts: [...each.counts.slice(0, -1), poisson(drawn.expected[at]! * times, random)] }
      : each,
  );
