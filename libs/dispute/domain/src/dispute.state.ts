import type { BodyCode, DivisionCode, Instant, PlainDate } from '@mediation/kernel';
import type { Matter, Occurrence } from '@mediation/rules';
import type { HandoffId, MediatorId, Obligation, Party, PartyId } from './dispute.events';
import type { CategoryCode } from './classification/classification';
import type { ProcedureFile } from './procedure.state';
import type {
  Channel,
  DifficultyClass,
  DisputeType,
  EscalationRisk,
  HandoffKind,
  Outcome,
  RiskGrade,
  Source,
} from './vocabulary';

export interface PendingHandoff {
  readonly id: HandoffId;
  readonly kind: HandoffKind;
  readonly from: BodyCode;
  readonly to: BodyCode;
  readonly replyBy: PlainDate;
  readonly acknowledged: boolean;
}

/** One attempt in a channel by a body. */
export interface Proceeding {
  readonly n: number;
  readonly channel: Channel;
  readonly body: BodyCode;
  /** What clocks and gates ask of it (rules: TAG_PREFIXES), as it began. */
  readonly tags: readonly string[];
  /** 签收案卷: the mediator has signed for the court's papers. */
  readonly papersSignedFor: boolean;
  readonly mediators: readonly MediatorId[];
  readonly recused: readonly MediatorId[];
  readonly rightsNotified: readonly PartyId[];
  readonly sessions: number;
  readonly suspended: boolean;
}

export interface ObligationState extends Obligation {
  readonly paidFen: number;
  readonly performed: boolean;
}

export interface Agreement {
  readonly n: number;
  readonly body: BodyCode;
  readonly mediators: readonly MediatorId[];
  readonly form: 'written' | 'oral';
  readonly extent: 'full' | 'partial';
  readonly obligations: readonly ObligationState[];
  readonly signedBy: readonly PartyId[];
  readonly mediatorSigned: boolean;
  readonly sealed: boolean;
  /** The latest of the acts that make it effective, so far. */
  readonly lastActOn: PlainDate | undefined;
  readonly status: 'signing' | 'superseded' | 'effective' | 'performed' | 'breached';
  /** Performed or breached before the dispute was last reopened: it does not say how the dispute ends now. */
  readonly past: boolean;
}

export interface Emergency {
  readonly people: number;
  readonly units: Readonly<Record<BodyCode, 'dispatched' | 'arrived'>>;
  readonly concluded: boolean;
}

/** What every dispute has once it is registered, whatever its phase. */
export interface DisputeFile extends ProcedureFile {
  readonly source: Source;
  readonly disputeType: DisputeType;
  /** The fine code; its type is `disputeType`. */
  readonly category: CategoryCode;
  readonly place: DivisionCode;
  readonly registeredAt: Instant;
  readonly parties: readonly Party[];
  readonly headcount: number;
  readonly amountFen: number | undefined;
  readonly riskGrade: RiskGrade | undefined;
  readonly difficulty: DifficultyClass | undefined;
  /** The one responsible body. */
  readonly custodian: BodyCode;
  readonly heldBy: readonly BodyCode[];
  /** What happened, as far as the clocks of the law care. */
  readonly occurrences: readonly Occurrence[];
  /** What the law says it is about, besides its type. */
  readonly matters: readonly Matter[];
  /** Parties who agreed to mediation, and have not refused since. */
  readonly consents: readonly PartyId[];
  /** Parties whose refusal of mediation stands. */
  readonly refusals: readonly PartyId[];
  /** Who agreed to have the dispute handed to which body. */
  readonly handoffConsents: Readonly<Record<BodyCode, readonly PartyId[]>>;
  readonly triagedTo: Channel | undefined;
  readonly handoff: PendingHandoff | undefined;
  readonly handoffs: number;
  /** Returned offers in a row: since one was accepted, or the common superior centre had to decide. */
  readonly bounces: number;
  /** The body whose accepted handoff brought the dispute to its custodian; undefined when something else did. */
  readonly referredBy: BodyCode | undefined;
  readonly proceedings: number;
  readonly agreements: readonly Agreement[];
  readonly risks: readonly EscalationRisk[];
  readonly emergency: Emergency | undefined;
  readonly supervisedBy: readonly BodyCode[];
  readonly followUps: number;
}

/** A dispute by phase: what a phase does not have cannot be read in it. */
export type Dispute =
  | { readonly phase: 'absent' }
  | { readonly phase: 'registered'; readonly file: DisputeFile }
  | { readonly phase: 'in-mediation'; readonly file: DisputeFile; readonly proceeding: Proceeding }
  | { readonly phase: 'agreed'; readonly file: DisputeFile; readonly inPart: boolean }
  | { readonly phase: 'ended'; readonly file: DisputeFile; readonly outcome: Outcome; readonly routesTold: boolean }
  | { readonly phase: 'closed'; readonly file: DisputeFile; readonly outcome: Outcome };

export type Phase = Dispute['phase'];
export type KnownDispute = Exclude<Dispute, { phase: 'absent' }>;
export type OpenDispute = Exclude<KnownDispute, { phase: 'closed' }>;
export type MediatedDispute = Extract<Dispute, { phase: 'in-mediation' }>;

export const initialDispute: Dispute = { phase: 'absent' };
