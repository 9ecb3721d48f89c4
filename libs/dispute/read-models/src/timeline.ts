import { disputeIdOf, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import type { Instant, JsonObject } from '@mediation/kernel';
import { projection } from '@mediation/projecting/engine';
import { sortablePosition } from './sortable-position';

/** One event. `detail` is made field by field and never from `personal`, so that nothing personal can slip in. */
export type TimelineRow = {
  dispute: string;
  revision: number;
  /** Text whose order is the global order. */
  position: string;
  type: RecordedDisputeEvent['type'];
  occurred_at: Instant;
  recorded_at: Instant;
  /** The body that acted. */
  actor: string;
  /** The responsible body, where this event says it. */
  custodian?: string | undefined;
  detail: JsonObject;
};

type Event<Type extends RecordedDisputeEvent['type']> = Extract<RecordedDisputeEvent, { type: Type }>;
type Fields<Type extends RecordedDisputeEvent['type']> = Exclude<keyof Event<Type>['data'], 'personal' | 'parties'>;

const entry = (event: RecordedDisputeEvent, detail: JsonObject, custodian?: string): TimelineRow => ({
  dispute: disputeIdOf(event.stream),
  revision: event.revision,
  position: sortablePosition(event.position),
  type: event.type,
  occurred_at: event.metadata.occurredAt,
  recorded_at: event.metadata.recordedAt,
  actor: event.metadata.actor.org,
  custodian,
  detail,
});

/** An entry with the named fields of the event. */
const showing =
  <Type extends RecordedDisputeEvent['type']>(...fields: readonly Fields<Type>[]) =>
  (_: TimelineRow | undefined, event: Event<Type>): TimelineRow => {
    const data = event.data as unknown as JsonObject;
    return entry(event, Object.fromEntries(fields.map((field) => [field, data[field as string]])));
  };

/** Every event of every dispute, in order. */
export const timeline = projection<TimelineRow, RecordedDisputeEvent>()({
  name: 'timeline',
  version: 1,
  rowPerEvent: true,
  key: ({ stream, revision }) => `${disputeIdOf(stream)}:${revision}`,
  on: {
    DisputeRegistered: (_, event) => {
      const { source, disputeType, custodian, place, parties, headcount, amountFen } = event.data;
      const detail = { source, disputeType, custodian, place, parties: parties.length, headcount, amountFen };
      return entry(event, detail, custodian);
    },
    CustodyMoved: (_, event) => {
      const { from, to, cause } = event.data;
      return entry(event, { from, to, cause }, to);
    },
    DisputeAssessed: showing<'DisputeAssessed'>('riskGrade', 'difficulty', 'headcount'),
    DisputeClassified: showing<'DisputeClassified'>('disputeType', 'category'),
    PartyConsented: showing<'PartyConsented'>('party', 'to', 'consentedOn'),
    PartyRefused: showing<'PartyRefused'>('party', 'to', 'refusedOn'),
    DisputeTriaged: showing<'DisputeTriaged'>('channel'),
    DisputeAccepted: showing<'DisputeAccepted'>('proceeding', 'channel', 'body', 'acceptedOn', 'mediateBy'),
    DisputeNotAccepted: showing<'DisputeNotAccepted'>('reason', 'routes'),
    MediatorAppointed: showing<'MediatorAppointed'>('proceeding', 'mediator', 'how'),
    MediatorRecused: showing<'MediatorRecused'>('proceeding', 'mediator', 'ground'),
    InterestDisclosed: showing<'InterestDisclosed'>('proceeding', 'mediator'),
    RightsNotified: showing<'RightsNotified'>('proceeding'),
    SessionHeld: showing<'SessionHeld'>('proceeding', 'session', 'heldOn', 'attended'),
    MediationSuspended: showing<'MediationSuspended'>('proceeding', 'reason'),
    MediationResumed: showing<'MediationResumed'>('proceeding'),
    MediationFailed: showing<'MediationFailed'>('proceeding', 'reason', 'routes'),
    MediationTerminated: showing<'MediationTerminated'>('proceeding', 'reason', 'routes'),
    RoutesTold: showing<'RoutesTold'>('routes'),
    DisputeWithdrawn: showing<'DisputeWithdrawn'>('party'),
    AgreementReached: showing<'AgreementReached'>('agreement', 'proceeding', 'form', 'extent'),
    AgreementSuperseded: showing<'AgreementSuperseded'>('agreement'),
    AgreementSignedByParty: showing<'AgreementSignedByParty'>('agreement', 'party', 'signedOn'),
    AgreementSignedByMediator: showing<'AgreementSignedByMediator'>('agreement', 'mediator', 'signedOn'),
    AgreementSealed: showing<'AgreementSealed'>('agreement', 'body', 'sealedOn'),
    AgreementTookEffect: showing<'AgreementTookEffect'>('agreement', 'effectiveOn'),
    ObligationPerformed: showing<'ObligationPerformed'>(
      'agreement',
      'obligation',
      'amountFen',
      'performedOn',
      'complete',
    ),
    AgreementPerformed: showing<'AgreementPerformed'>('agreement'),
    AgreementBreached: showing<'AgreementBreached'>('agreement', 'obligation', 'breachedOn'),
    FollowUpVisited: showing<'FollowUpVisited'>('visitedOn', 'satisfaction', 'escalationSigns'),
    DisputeClosed: showing<'DisputeClosed'>('outcome', 'closedOn'),
    DisputeReopened: showing<'DisputeReopened'>('reason', 'reopenedOn'),
    EscalationRiskRaised: showing<'EscalationRiskRaised'>('risk', 'people', 'reportedTo'),
    EscalationAverted: showing<'EscalationAverted'>('risk', 'people', 'avertedOn'),
    EmergencyRaised: showing<'EmergencyRaised'>('people'),
    ResponseDispatched: showing<'ResponseDispatched'>('unit', 'dispatchedBy'),
    ResponseArrived: showing<'ResponseArrived'>('unit'),
    EmergencyConcluded: showing<'EmergencyConcluded'>('people'),
    HandoffOffered: showing<'HandoffOffered'>('handoff', 'kind', 'from', 'to', 'reason', 'replyBy'),
    HandoffAcknowledged: showing<'HandoffAcknowledged'>('handoff'),
    HandoffAccepted: showing<'HandoffAccepted'>('handoff'),
    HandoffReturned: showing<'HandoffReturned'>('handoff', 'reason', 'bounce'),
    HandoffWithdrawn: showing<'HandoffWithdrawn'>('handoff', 'cause'),
    HandoffLapsed: showing<'HandoffLapsed'>('handoff'),
    DisputeSupervised: showing<'DisputeSupervised'>('by', 'reason', 'replyBy'),
    DisputeTakenUpFormally: showing<'DisputeTakenUpFormally'>('body', 'takenUpOn'),
    DisputeLinked: showing<'DisputeLinked'>('to', 'relation'),
    MattersNoted: showing<'MattersNoted'>('matters'),
    MilestoneReached: showing<'MilestoneReached'>('milestone', 'reachedOn'),
    TimeLimitExtended: showing<'TimeLimitExtended'>('clock', 'rule', 'unit', 'length', 'extendedOn'),
    TimeLimitExpired: showing<'TimeLimitExpired'>('clock', 'rule', 'effect', 'dueOn', 'expiredAt'),
    CourtReferralMade: showing<'CourtReferralMade'>('court', 'mode', 'procedure', 'caseNumber', 'referredOn'),
    PapersSignedFor: showing<'PapersSignedFor'>('proceeding', 'mediator', 'signedOn'),
    UndisputedFactsRecorded: showing<'UndisputedFactsRecorded'>('record', 'proceeding', 'recordedOn'),
    UndisputedFactsConfirmed: showing<'UndisputedFactsConfirmed'>('record', 'party', 'signedOn'),
    ServiceAddressConfirmed: showing<'ServiceAddressConfirmed'>('party', 'confirmedOn'),
    DisputeReturnedToCourt: showing<'DisputeReturnedToCourt'>(
      'court',
      'result',
      'undisputedFacts',
      'serviceAddresses',
      'agreement',
      'returnedOn',
    ),
    ShamMediationReported: showing<'ShamMediationReported'>('proceeding', 'reportedTo', 'reportedOn'),
    ConfirmationOffered: showing<'ConfirmationOffered'>('agreement', 'court', 'basis', 'offeredOn', 'fileBy'),
    ConfirmationFiled: showing<'ConfirmationFiled'>('agreement', 'court', 'applicants', 'manner', 'filedOn'),
    ConfirmationAccepted: showing<'ConfirmationAccepted'>('agreement', 'court', 'caseNumber', 'acceptedOn'),
    ConfirmationDecided: showing<'ConfirmationDecided'>('agreement', 'court', 'decision', 'caseNumber', 'decidedOn'),
    RemedyPursued: showing<'RemedyPursued'>('agreement', 'way', 'pursuedOn'),
    PoliceCaseAccepted: showing<'PoliceCaseAccepted'>('body', 'caseNumber', 'acceptedOn'),
    NoPenaltyAppliedFor: showing<'NoPenaltyAppliedFor'>('agreement', 'applicants', 'appliedOn'),
    PoliceCaseDecided: showing<'PoliceCaseDecided'>('body', 'decision', 'decidedOn'),
    PerformanceCertified: showing<'PerformanceCertified'>('agreement', 'body', 'certifiedOn'),
    SessionRecordedInFull: showing<'SessionRecordedInFull'>('proceeding', 'session', 'officers', 'recording', 'room'),
    PoliceReportMade: showing<'PoliceReportMade'>('duty', 'victim', 'reportedTo', 'reportedAt'),
    LegalAidApplied: showing<'LegalAidApplied'>('aid', 'party', 'center', 'limitationEndsOn', 'appliedOn'),
    LegalAidDecided: showing<'LegalAidDecided'>('aid', 'decision', 'exemption', 'decidedOn'),
    LegalAidAssigned: showing<'LegalAidAssigned'>('aid', 'assignedOn'),
    LegalAidEnded: showing<'LegalAidEnded'>('aid', 'reason', 'endedOn'),
    LimitationProofIssued: showing<'LimitationProofIssued'>('proof', 'party', 'requestedOn', 'issuedOn'),
    DossierOpened: showing<'DossierOpened'>('number', 'body', 'year', 'serial', 'openedOn'),
    MaterialFiled: showing<'MaterialFiled'>('material', 'party', 'sheets', 'filedOn'),
    MaterialSigned: showing<'MaterialSigned'>(
      ...(['material', 'proceeding', 'session', 'agreement', 'party', 'mediator', 'sealedBy', 'signedOn'] as const),
    ),
    DisputeArchived: showing<'DisputeArchived'>('retention', 'archivedOn'),
  },
});
