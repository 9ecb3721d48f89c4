import type { Identified, Subsidy } from './pack';
import type { SubsidyRate } from './rule-pack.schema';
import { holds } from './situation';

type Rates = Readonly<Record<string, SubsidyRate>>;

/** Shares are rounded down to a whole fen, and a share of a share is taken in turn. */
const amountOf = (rates: Rates, { pays }: SubsidyRate, seen: readonly string[] = []): number => {
  if ('amountFen' in pays) return pays.amountFen;
  const base = rates[pays.of];
  if (base === undefined || seen.includes(pays.of)) throw new Error(`no subsidy rate ${pays.of} to take a share of`);
  return Math.floor((amountOf(rates, base, [...seen, pays.of]) * pays.percent) / 100);
};

export const subsidyUnder = (rates: Rates, tags: readonly string[]): Subsidy | undefined => {
  const found = Object.entries(rates).find(([, rate]) => holds(rate, tags));
  if (found === undefined) return undefined;
  const [id, rate] = found;
  return { amountFen: amountOf(rates, rate), rate: { ...rate, id } satisfies Identified<SubsidyRate> };
};
