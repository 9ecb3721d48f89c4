import {
  channelOf,
  type Channel,
  type DifficultyClass,
  type DisputeType,
  type HandoffKind,
  type KnownDispute,
  type Outcome,
  type PendingHandoff,
  type Phase,
  type RiskGrade,
  type Source,
} from '@mediation/dispute/domain';
import {
  dateInShanghai,
  divisionOf,
  parseBodyCode,
  type BodyKind,
  type Instant,
  type PlainDate,
  type Tier,
} from '@mediation/kernel';
import type { Clock, ExpiryEffect } from '@mediation/rules';
import { currentAgreement, nextFor, nextObligationDue, type NextTask } from './next-task';
import { isDuty, openClocks, runs } from './open-clocks';
import { seenBy, type SightKey } from './seen-by';

export type AgreementState = 'signing' | 'effective' | 'performed' | 'breached';
export type EmergencyState = 'raised' | 'dispatched' | 'arrived' | 'concluded';

/** What is folded from the events: the domain's state, and what it does not hold because it comes from single events. */
export type DisputeCore = {
  state: KnownDispute;
  revision: number;
  /** Personal data, and the only place of it in any view: party id → name. Masked in answers. */
  party_names: Readonly<Record<string, string>>;
  accepted_on?: PlainDate | undefined;
  mediate_by?: PlainDate | undefined;
  effective_on?: PlainDate | undefined;
  closed_on?: PlainDate | undefined;
};

/** A dispute as it stands: the core and what follows from it. */
export type DisputeRow = DisputeCore & {
  source: Source;
  dispute_type: DisputeType;
  category: string;
  place: string;
  custodian: string;
  custodian_kind: BodyKind | undefined;
  custodian_tier: Tier | undefined;
  custodian_division: string;
  phase: Exclude<Phase, 'absent'>;
  channel: Channel | undefined;
  headcount: number;
  amount_fen: number | undefined;
  risk_grade: RiskGrade | undefined;
  difficulty: DifficultyClass | undefined;
  registered_at: Instant;
  registered_on: PlainDate;
  outcome: Outcome | undefined;
  pending_handoff: string | undefined;
  pending_kind: HandoffKind | undefined;
  pending_from: string | undefined;
  pending_to: string | undefined;
  pending_reply_by: PlainDate | undefined;
  agreement_state: AgreementState | undefined;
  next_obligation_due: PlainDate | undefined;
  supervised: boolean;
  emergency_state: EmergencyState | undefined;
  /** The running limit on what a body has to do that ends first. */
  next_clock: string | undefined;
  next_clock_due: PlainDate | undefined;
  next_clock_expiry: ExpiryEffect | undefined;
  next_task: NextTask | undefined;
  next_due: PlainDate | undefined;
  held_by: readonly string[];
  seen_by: readonly SightKey[];
};

const agreementState = (dispute: KnownDispute): AgreementState | undefined => {
  const status = currentAgreement(dispute.file)?.status;
  return status === 'superseded' ? undefined : status;
};

const emergencyState = ({ file: { emergency } }: KnownDispute): EmergencyState | undefined => {
  if (emergency === undefined) return undefined;
  if (emergency.concluded) return 'concluded';
  const units = Object.values(emergency.units);
  if (units.includes('arrived')) return 'arrived';
  return units.length > 0 ? 'dispatched' : 'raised';
};

const channelNow = (dispute: KnownDispute): Channel | undefined =>
  dispute.phase === 'in-mediation'
    ? dispute.proceeding.channel
    : (dispute.file.triagedTo ?? channelOf(dispute.file.custodian));

const outcomeOf = (dispute: KnownDispute): Outcome | undefined =>
  dispute.phase === 'ended' || dispute.phase === 'closed' ? dispute.outcome : undefined;

/** The last day of the running proceeding by its clocks, which pauses and extensions move; told at acceptance where there are none. */
const mediationDue = (
  state: KnownDispute,
  clocks: readonly Clock[],
  told: PlainDate | undefined,
): PlainDate | undefined => {
  if (state.phase !== 'in-mediation') return undefined;
  const own = clocks.filter(({ subject }) => subject === `proceeding-${state.proceeding.n}`);
  return own.length === 0 ? told : own.find(runs)?.dueOn;
};

/** The whole row. Written out member by member: it is made for every dispute of every batch. */
export const disputeRow = (core: DisputeCore): DisputeRow => {
  const { state } = core;
  const { file } = state;
  const { custodian } = file;
  const handoff: Partial<PendingHandoff> = file.handoff ?? {};
  const body = parseBodyCode(custodian);
  const clocks = openClocks(state);
  const clock = clocks.find((each) => runs(each) && isDuty(each));
  const mediateBy = mediationDue(state, clocks, core.mediate_by);
  const next = nextFor(state, mediateBy);
  return {
    state,
    revision: core.revision,
    party_names: core.party_names,
    accepted_on: core.accepted_on,
    mediate_by: mediateBy,
    effective_on: core.effective_on,
    closed_on: core.closed_on,
    source: file.source,
    dispute_type: file.disputeType,
    category: file.category,
    place: file.place,
    custodian,
    custodian_kind: body?.kind,
    custodian_tier: body?.tier,
    custodian_division: divisionOf(custodian),
    phase: state.phase,
    channel: channelNow(state),
    headcount: file.headcount,
    amount_fen: file.amountFen,
    risk_grade: file.riskGrade,
    difficulty: file.difficulty,
    registered_at: file.registeredAt,
    registered_on: dateInShanghai(file.registeredAt),
    outcome: outcomeOf(state),
    pending_handoff: handoff.id,
    pending_kind: handoff.kind,
    pending_from: handoff.from,
    pending_to: handoff.to,
    pending_reply_by: handoff.replyBy,
    agreement_state: agreementState(state),
    next_obligation_due: nextObligationDue(file),
    supervised: file.supervisedBy.length > 0,
    emergency_state: emergencyState(state),
    next_clock: clock?.rule,
    next_clock_due: clock?.dueOn,
    next_clock_expiry: clock?.expiry,
    next_task: next?.task,
    next_due: next?.due,
    held_by: file.heldBy,
    seen_by: seenBy(file),
  };
};
