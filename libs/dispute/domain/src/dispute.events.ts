import type { BodyCode, DivisionCode, Instant, Message, PlainDate, Recorded } from '@mediation/kernel';
import type { CategoryCode } from './classification/classification';
import type { ProcedureEvent } from './procedure.events';
import type {
  Channel,
  DifficultyClass,
  DisputeType,
  EscalationRisk,
  FailureReason,
  HandoffKind,
  HandoffReason,
  LinkRelation,
  NonAcceptanceReason,
  Outcome,
  PartyKind,
  PartyRole,
  RecusalGround,
  ReturnReason,
  RiskGrade,
  Route,
  Satisfaction,
  Source,
  SupervisionReason,
  SuspensionReason,
  TerminationReason,
} from './vocabulary';

export type DisputeId = string;
export type PartyId = string;
export type HandoffId = string;
export type MediatorId = string;

/** What is personal of one person. Free text about the dispute as a whole is kept under the subject `file`. */
export interface PersonalPart {
  readonly name?: string | undefined;
  readonly identityNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly health?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * The one place of an event where personal data may be: subject (a party's id, or `file`) → part. Encrypting it per person
 * is the codec's business alone; no decision and no view key reads it.
 */
export type Personal = Readonly<Record<string, PersonalPart>>;

export interface Party {
  readonly id: PartyId;
  readonly kind: PartyKind;
  readonly role: PartyRole;
  readonly minor: boolean;
}

export interface Obligation {
  readonly id: number;
  readonly debtor: PartyId;
  /** Integer fen; absent when the obligation is an act. */
  readonly amountFen?: number | undefined;
  readonly dueOn: PlainDate;
}

export type CustodyCause =
  | 'handoff-accepted'
  | 'directive'
  | 'directive-returned'
  | 'directive-withdrawn'
  | 'second-bounce'
  | 'accepted-elsewhere'
  | 'returned-to-court';

/** What happens in mediation itself and between bodies. */
type MediationEvent =
  | Message<
      'DisputeRegistered',
      {
        source: Source;
        disputeType: DisputeType;
        custodian: BodyCode;
        place: DivisionCode;
        parties: readonly Party[];
        headcount: number;
        amountFen?: number | undefined;
        registeredAt: Instant;
        personal: Personal;
      }
    >
  | Message<
      'DisputeAssessed',
      { riskGrade?: RiskGrade | undefined; difficulty?: DifficultyClass | undefined; headcount?: number | undefined }
    >
  | Message<'DisputeClassified', { disputeType: DisputeType; category: CategoryCode }>
  | Message<'PartyConsented', { party: PartyId; to?: BodyCode | undefined; consentedOn: PlainDate }>
  | Message<'PartyRefused', { party: PartyId; to?: BodyCode | undefined; refusedOn: PlainDate; personal: Personal }>
  | Message<'DisputeTriaged', { channel: Channel }>
  | Message<
      'DisputeAccepted',
      { proceeding: number; channel: Channel; body: BodyCode; acceptedOn: PlainDate; mediateBy?: PlainDate | undefined }
    >
  | Message<'DisputeNotAccepted', { reason: NonAcceptanceReason; routes: readonly Route[] }>
  | Message<'MediatorAppointed', { proceeding: number; mediator: MediatorId; how: 'assigned' | 'chosen-by-parties' }>
  | Message<'MediatorRecused', { proceeding: number; mediator: MediatorId; ground: RecusalGround }>
  | Message<'InterestDisclosed', { proceeding: number; mediator: MediatorId; personal: Personal }>
  | Message<'RightsNotified', { proceeding: number; parties: readonly PartyId[] }>
  | Message<
      'SessionHeld',
      { proceeding: number; session: number; heldOn: PlainDate; attended: readonly PartyId[]; personal: Personal }
    >
  | Message<'MediationSuspended', { proceeding: number; reason: SuspensionReason }>
  | Message<'MediationResumed', { proceeding: number }>
  | Message<'MediationFailed', { proceeding: number; reason: FailureReason; routes: readonly Route[] }>
  | Message<'MediationTerminated', { proceeding: number; reason: TerminationReason; routes: readonly Route[] }>
  | Message<'RoutesTold', { routes: readonly Route[] }>
  | Message<'DisputeWithdrawn', { party: PartyId }>
  | Message<
      'AgreementReached',
      {
        agreement: number;
        proceeding: number;
        form: 'written' | 'oral';
        extent: 'full' | 'partial';
        obligations: readonly Obligation[];
        personal: Personal;
      }
    >
  | Message<'AgreementSuperseded', { agreement: number }>
  | Message<'AgreementSignedByParty', { agreement: number; party: PartyId; signedOn: PlainDate }>
  | Message<'AgreementSignedByMediator', { agreement: number; mediator: MediatorId; signedOn: PlainDate }>
  | Message<'AgreementSealed', { agreement: number; body: BodyCode; sealedOn: PlainDate }>
  | Message<'AgreementTookEffect', { agreement: number; effectiveOn: PlainDate }>
  | Message<
      'ObligationPerformed',
      {
        agreement: number;
        obligation: number;
        amountFen?: number | undefined;
        performedOn: PlainDate;
        complete: boolean;
      }
    >
  | Message<'AgreementPerformed', { agreement: number }>
  | Message<
      'AgreementBreached',
      { agreement: number; obligation?: number | undefined; breachedOn: PlainDate; personal: Personal }
    >
  | Message<
      'FollowUpVisited',
      { visitedOn: PlainDate; satisfaction: Satisfaction; escalationSigns: boolean; personal: Personal }
    >
  | Message<'DisputeClosed', { outcome: Outcome; closedOn: PlainDate }>
  | Message<'DisputeReopened', { reason: 'breach' | 'new-application'; reopenedOn: PlainDate }>
  | Message<'EscalationRiskRaised', { risk: EscalationRisk; people: number; reportedTo?: BodyCode | undefined }>
  | Message<'EscalationAverted', { risk: EscalationRisk; people: number; avertedOn: PlainDate }>
  | Message<'EmergencyRaised', { people: number; raisedAt: Instant }>
  | Message<'ResponseDispatched', { unit: BodyCode; dispatchedBy: BodyCode; dispatchedAt: Instant }>
  | Message<'ResponseArrived', { unit: BodyCode; arrivedAt: Instant }>
  | Message<'EmergencyConcluded', { people: number; concludedAt: Instant; personal: Personal }>
  | Message<
      'HandoffOffered',
      {
        handoff: HandoffId;
        kind: HandoffKind;
        from: BodyCode;
        to: BodyCode;
        reason: HandoffReason;
        offeredAt: Instant;
        /** The day by which the receiver must have accepted or returned it. */
        replyBy: PlainDate;
        personal: Personal;
      }
    >
  | Message<'HandoffAcknowledged', { handoff: HandoffId; acknowledgedAt: Instant }>
  | Message<'HandoffAccepted', { handoff: HandoffId; acceptedAt: Instant }>
  | Message<
      'HandoffReturned',
      { handoff: HandoffId; reason: ReturnReason; returnedAt: Instant; bounce: number; personal: Personal }
    >
  | Message<'HandoffWithdrawn', { handoff: HandoffId; cause: 'by-offerer' | 'superseded'; withdrawnAt: Instant }>
  | Message<'HandoffLapsed', { handoff: HandoffId; lapsedAt: Instant }>
  | Message<'CustodyMoved', { from: BodyCode; to: BodyCode; cause: CustodyCause; movedAt: Instant }>
  | Message<'DisputeSupervised', { by: BodyCode; reason: SupervisionReason; replyBy?: PlainDate | undefined }>
  | Message<'DisputeTakenUpFormally', { body: BodyCode; takenUpOn: PlainDate }>
  /** What a person made of another dispute; of two such words about the same pair the later one counts. */
  | Message<'DisputeLinked', { to: DisputeId; relation: LinkRelation; personal: Personal }>;

export type DisputeEvent = MediationEvent | ProcedureEvent;

export type DisputeEventType = DisputeEvent['type'];
export type EventOf<Type extends DisputeEventType> = Extract<DisputeEvent, { type: Type }>;
export type DataOf<Type extends DisputeEventType> = EventOf<Type>['data'];
export type RecordedDisputeEvent = Recorded<DisputeEvent>;

const STREAM_PREFIX = 'dispute-';
export const disputeStream = (disputeId: string): string => `${STREAM_PREFIX}${disputeId}`;
export const disputeIdOf = (stream: string): string => stream.slice(STREAM_PREFIX.length);
