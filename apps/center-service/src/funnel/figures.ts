import type { PlainDate, Tier } from '@mediation/kernel';
import type { MonthCells } from './cells';
import type { z } from 'zod';
import type { figuresAnswer, flowAnswer } from './funnel.answer';

export type Figures = z.output<typeof figuresAnswer>;
export type Flow = z.output<typeof flowAnswer>;

type Counts = Record<string, number>;

class Tally {
  private readonly counts: Counts = {};
  add(key: string, n: number): void {
    this.counts[key] = (this.counts[key] ?? 0) + n;
  }
  of(key: string): number {
    return this.counts[key] ?? 0;
  }
  /** What follows the prefix, up to the next colon, each with its sum. */
  by(prefix: string, at: number): Counts {
    const sums: Counts = {};
    for (const [key, n] of Object.entries(this.counts)) {
      const parts = key.split(':');
      const name = parts[at];
      if (parts[0] === prefix && name !== undefined) sums[name] = (sums[name] ?? 0) + n;
    }
    return sums;
  }
  total(prefix: string): number {
    return Object.entries(this.counts).reduce(
      (sum, [key, n]) => (key === prefix || key.startsWith(`${prefix}:`) ? sum + n : sum),
      0,
    );
  }
}

const byTier = (sums: Counts): Readonly<Record<Tier, number>> => ({
  village: sums['village'] ?? 0,
  township: sums['township'] ?? 0,
  district: sums['district'] ?? 0,
});

const share = (part: number, whole: number) => ({ part, whole, share: whole === 0 ? null : part / whole });

const settledFigures = (ended: Tally) => {
  const channels = ended.by('settled', 2);
  const steps = ended.by('settled', 3);
  return {
    settled: ended.total('settled'),
    settledByTier: byTier(ended.by('settled', 1)),
    settledByChannel: {
      peoples: channels['peoples'] ?? 0,
      administrative: channels['administrative'] ?? 0,
      judicial: channels['judicial'] ?? 0,
    },
    settledByStep: {
      first: steps['first'] ?? 0,
      again: steps['again'] ?? 0,
      'after-escalation': steps['after-escalation'] ?? 0,
      'after-directive': steps['after-directive'] ?? 0,
      'after-link': steps['after-link'] ?? 0,
    },
  };
};

const movedFigures = (moves: Tally) => ({
  wentUp: moves.total('up'),
  wentUpByRoute: moves.by('up', 1),
  wentUpByReason: moves.by('up', 2),
  cameBack: moves.total('down'),
  cameBackByHow: moves.by('down', 1),
});

const ratesOf = ({ settled, settledByTier }: ReturnType<typeof settledFigures>, unresolved: number) => ({
  inVillage: share(settledByTier.village, settled),
  inTownship: share(settledByTier.village + settledByTier.township, settled),
  withinNetwork: share(settled, settled + unresolved),
});

/** How each dispute stood at the end of a month: what ended later was open then. */
const standing = (cells: readonly MonthCells[], until: PlainDate) =>
  cells.flatMap(({ ended }) =>
    ended.map(({ tier, result, resultMonth, n }) => ({
      tier,
      n,
      result: result !== null && resultMonth !== null && resultMonth <= until ? result : 'open',
    })),
  );

/** Of disputes registered in those months, as they stood at the end of the month `until`. */
export const figuresOf = (cells: readonly MonthCells[], until: PlainDate): Figures => {
  const ended = new Tally();
  const registered = new Tally();
  const moves = new Tally();
  for (const { tier, n, result } of standing(cells, until)) {
    registered.add(tier, n);
    ended.add(result, n);
  }
  for (const { way, code, month, n } of cells.flatMap((each) => each.moves)) {
    if (month <= until) moves.add(`${way}:${code}`, n);
  }
  const registeredByTier = {
    village: registered.of('village'),
    township: registered.of('township'),
    district: registered.of('district'),
  };
  const settled = settledFigures(ended);
  const unresolved = ended.total('unresolved');
  return {
    registered: registeredByTier.village + registeredByTier.township + registeredByTier.district,
    registeredByTier,
    ...settled,
    settledByThemselves: ended.total('settled-by-themselves'),
    withdrawn: ended.total('withdrawn'),
    notAccepted: ended.total('not-accepted'),
    notAcceptedByReason: ended.by('not-accepted', 1),
    unresolved,
    unresolvedByReason: ended.by('unresolved', 1),
    unresolvedByDestination: ended.by('unresolved', 2),
    open: ended.total('open'),
    ...movedFigures(moves),
    rates: ratesOf(settled, unresolved),
  };
};

/** From the tier that registered it to where it ended. */
export const flowsOf = (cells: readonly MonthCells[], until: PlainDate): readonly Flow[] => {
  const flows = new Map<string, Flow>();
  for (const { tier, n, result } of standing(cells, until)) {
    const [group = '', detail = ''] = result.split(':');
    const to = group === 'settled' ? `settled:${detail}` : group;
    const before = flows.get(`${tier} ${to}`);
    flows.set(`${tier} ${to}`, { from: tier, to, count: (before?.count ?? 0) + n });
  }
  return [...flows.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
};
