import type { CERTAINTIES } from '@mediation/rules';
import { tierOfDivision, type BodyCode, type PlainDate, type Tier } from '@mediation/kernel';
import type { CountedDispute } from './counted-dispute';
import type { Period } from './period';

/** 集中排查, as far as a return counts it. */
export interface CountedRound {
  readonly on: PlainDate;
  readonly recordedOn: PlainDate;
  readonly body: BodyCode;
  readonly tier: Tier | undefined;
}

/** All that was known at a cut-off. */
export interface Known {
  readonly disputes: readonly CountedDispute[];
  readonly rounds: readonly CountedRound[];
}

export interface Scope {
  readonly period: Period;
  /** A body, or a division with all in it. */
  readonly org: string;
}

/** What one dispute adds to a figure, and at which tier. */
export interface Contribution {
  readonly n: number;
  readonly tier: Tier | undefined;
}
export interface Told extends Contribution {
  readonly dispute?: string;
}

/** What a dispute adds to a figure: nothing, one, or as many as there were occasions. */
export type Count = (dispute: CountedDispute, scope: Scope) => readonly Contribution[];

export interface Slice {
  readonly where?: (dispute: CountedDispute) => boolean;
  readonly tier?: Tier;
  /** 年度累计: from the first of January. */
  readonly yearToDate?: true;
}

export type Unit = 'cases' | 'people' | 'fen' | 'percent' | 'rounds';

interface Heading {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

/** A figure as data: its name, and how it is counted in both languages, printed with it. */
export interface Figure extends Heading {
  readonly unit: Unit;
  readonly formulaZh: string;
  readonly formulaEn: string;
  readonly certainty: (typeof CERTAINTIES)[number];
}

/** A column or a row of a form; neighbours of one group share a heading above them. */
export interface Line extends Heading {
  readonly groupZh?: string;
  readonly groupEn?: string;
}

export type CellRule =
  | { readonly unit: Exclude<Unit, 'percent' | 'rounds'>; readonly count: Count; readonly slice: Slice }
  | { readonly unit: 'rounds'; readonly slice: Slice }
  /** Of the two cells named by row and column. */
  | { readonly unit: 'percent'; readonly of: CellName; readonly over: CellName };

export type CellName = readonly [row: string, column: string];

export interface ReturnForm {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  /** Whose form it is and where it was seen. */
  readonly source: string;
  readonly columns: readonly Line[];
  readonly rows: readonly Line[];
  readonly figures: readonly Figure[];
  readonly cell: (row: string, column: string) => CellRule;
}

export const belongsTo = (org: string, body: BodyCode): boolean =>
  tierOfDivision(org) === undefined ? body === org : body.startsWith(org);

const ofTier = ({ tier }: Slice, told: readonly Told[]): readonly Told[] =>
  tier === undefined ? told : told.filter((each) => each.tier === tier);

const roundsIn = ({ rounds }: Known, { period, org }: Scope): readonly Told[] =>
  rounds
    .filter(({ on, body }) => period.from <= on && on <= period.to && belongsTo(org, body))
    .map(({ tier }) => ({ n: 1, tier }));

/** What adds up to a cell's figure, dispute by dispute. */
export const contributions = (
  rule: Exclude<CellRule, { readonly unit: 'percent' }>,
  known: Known,
  scope: Scope,
): readonly Told[] => {
  const { slice } = rule;
  if (rule.unit === 'rounds') return ofTier(slice, roundsIn(known, scope));
  const told = known.disputes
    .filter((dispute) => slice.where?.(dispute) ?? true)
    .flatMap((dispute) => rule.count(dispute, scope).map((each): Told => ({ ...each, dispute: dispute.id })));
  return ofTier(slice, told);
};

export const sumOf = (told: readonly Contribution[]): number => told.reduce((sum, { n }) => sum + n, 0);
