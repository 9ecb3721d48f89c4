import type { DisputeId } from '@mediation/dispute/domain';
import type { BodyCode, DivisionCode, PlainDate } from '@mediation/kernel';
import type { DataOf, FindingId } from './screening.events';

export type FindingOutcome =
  { readonly kind: 'dispute' | 'duplicate'; readonly dispute: DisputeId } | { readonly kind: 'handled' };

export interface Finding {
  readonly place: DivisionCode;
  readonly body: BodyCode;
  readonly outcome?: FindingOutcome;
}

export interface Round {
  readonly body: BodyCode;
  readonly heldOn: PlainDate;
  readonly late: boolean;
  readonly findings: number;
}

export interface Screening {
  readonly plan: DataOf<'ScreeningPlanned'>;
  /** At most one a division. */
  readonly rounds: Readonly<Record<DivisionCode, Round>>;
  readonly findings: Readonly<Record<FindingId, Finding>>;
}

export type ScreeningState =
  | { readonly phase: 'absent' }
  | ({ readonly phase: 'open' } & Screening)
  | ({ readonly phase: 'closed'; readonly missing: readonly DivisionCode[] } & Screening);
export type KnownScreening = Exclude<ScreeningState, { phase: 'absent' }>;
export type OpenScreening = Extract<ScreeningState, { phase: 'open' }>;

export const initialScreening: ScreeningState = { phase: 'absent' };

/** The divisions that have not reported, in the plan's order. */
export const missingOf = ({ plan, rounds }: Screening): readonly DivisionCode[] =>
  plan.places.filter((place) => !Object.hasOwn(rounds, place));
