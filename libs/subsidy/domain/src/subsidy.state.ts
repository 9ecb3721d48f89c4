import type { DisputeId } from '@mediation/dispute/domain';
import type { PlainDate } from '@mediation/kernel';
import type { SubsidyDataOf } from './subsidy.events';

export type Claim = SubsidyDataOf<'SubsidyClaimed'>;

export interface Payment {
  readonly amountFen: number;
  readonly batch: string;
  readonly paidOn: PlainDate;
}

/** What every phase has. */
interface Standing {
  /** How often it has yielded to another registration: who decides on what he saw before tells by it that he is too late. */
  readonly yields: number;
}

type Phased =
  | { readonly phase: 'unclaimed' }
  | { readonly phase: 'claimed'; readonly claim: Claim }
  | { readonly phase: 'returned'; readonly claim: Claim }
  | { readonly phase: 'reviewed'; readonly claim: Claim; readonly reviewer: string }
  | { readonly phase: 'approved'; readonly claim: Claim }
  | { readonly phase: 'refused'; readonly claim: Claim }
  | { readonly phase: 'yielded'; readonly to: DisputeId }
  | { readonly phase: 'paid'; readonly claim: Claim; readonly payment: Payment }
  | { readonly phase: 'recovered'; readonly claim: Claim; readonly payment: Payment };

/** The subsidy of one dispute by phase. */
export type Subsidy = Phased & Standing;
export type SubsidyPhase = Subsidy['phase'];
export type InPhase<Phase extends SubsidyPhase> = Extract<Subsidy, { readonly phase: Phase }>;

export const SUBSIDY_PHASES = [
  'unclaimed',
  'claimed',
  'returned',
  'reviewed',
  'approved',
  'refused',
  'yielded',
  'paid',
  'recovered',
] as const satisfies readonly SubsidyPhase[];

export const initialSubsidy: Subsidy = { phase: 'unclaimed', yields: 0 };
