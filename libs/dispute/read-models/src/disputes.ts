import {
  disputeIdOf,
  evolve,
  initialDispute,
  type Personal,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import { projection } from '@mediation/projecting/engine';
import { disputeRow, type DisputeCore } from './dispute-row';

const namesIn = (personal: Personal): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(personal).flatMap(([id, { name }]) => (name === undefined ? [] : [[id, name]])));

/** The domain folds the state; `change` is what only this event says. */
const step = (
  core: DisputeCore | undefined,
  event: RecordedDisputeEvent,
  change?: Partial<DisputeCore>,
): DisputeCore | undefined => {
  const before: Partial<DisputeCore> = core ?? {};
  const state = evolve(before.state ?? initialDispute, event);
  if (state.phase === 'absent') return undefined;
  const next: DisputeCore = {
    state,
    revision: event.revision,
    party_names: before.party_names ?? {},
    accepted_on: before.accepted_on,
    mediate_by: before.mediate_by,
    effective_on: before.effective_on,
    closed_on: before.closed_on,
  };
  return change === undefined ? next : Object.assign(next, change);
};

const advance = (core: DisputeCore | undefined, event: RecordedDisputeEvent) => step(core, event);

const earliest = (a: string | undefined, b: string): string => (a !== undefined && a <= b ? a : b);

/** Search, worklists and the state of one dispute: one row per dispute. Raise `version` whenever the domain's state changes shape. */
export const disputes = projection<DisputeCore, RecordedDisputeEvent>()({
  name: 'disputes',
  version: 3,
  key: ({ stream }) => disputeIdOf(stream),
  derive: disputeRow,
  on: {
    DisputeRegistered: (_, event) => step(undefined, event, { party_names: namesIn(event.data.personal) }),
    DisputeAccepted: (row, event) =>
      step(row, event, {
        accepted_on: row?.accepted_on ?? event.data.acceptedOn,
        mediate_by: event.data.mediateBy,
      }),
    AgreementTookEffect: (row, event) =>
      step(row, event, { effective_on: earliest(row?.effective_on, event.data.effectiveOn) }),
    DisputeClosed: (row, event) => step(row, event, { closed_on: event.data.closedOn }),
    DisputeReopened: (row, event) => step(row, event, { closed_on: undefined }),
    DisputeAssessed: advance,
    DisputeClassified: advance,
    PartyConsented: advance,
    PartyRefused: advance,
    DisputeTriaged: advance,
    DisputeNotAccepted: advance,
    MediatorAppointed: advance,
    MediatorRecused: advance,
    InterestDisclosed: advance,
    RightsNotified: advance,
    SessionHeld: advance,
    MediationSuspended: advance,
    MediationResumed: advance,
    MediationFailed: advance,
    MediationTerminated: advance,
    RoutesTold: advance,
    DisputeWithdrawn: advance,
    AgreementReached: advance,
    AgreementSuperseded: advance,
    AgreementSignedByParty: advance,
    AgreementSignedByMediator: advance,
    AgreementSealed: advance,
    ObligationPerformed: advance,
    AgreementPerformed: advance,
    AgreementBreached: advance,
    FollowUpVisited: advance,
    EscalationRiskRaised: advance,
    EscalationAverted: advance,
    EmergencyRaised: advance,
    ResponseDispatched: advance,
    ResponseArrived: advance,
    EmergencyConcluded: advance,
    HandoffOffered: advance,
    HandoffAcknowledged: advance,
    HandoffAccepted: advance,
    HandoffReturned: advance,
    HandoffWithdrawn: advance,
    HandoffLapsed: advance,
    CustodyMoved: advance,
    DisputeSupervised: advance,
    DisputeTakenUpFormally: advance,
    DisputeLinked: advance,
    MattersNoted: advance,
    MilestoneReached: advance,
    TimeLimitExtended: advance,
    TimeLimitExpired: advance,
    CourtReferralMade: advance,
    PapersSignedFor: advance,
    UndisputedFactsRecorded: advance,
    UndisputedFactsConfirmed: advance,
    ServiceAddressConfirmed: advance,
    DisputeReturnedToCourt: advance,
    ShamMediationReported: advance,
    ConfirmationOffered: advance,
    ConfirmationFiled: advance,
    ConfirmationAccepted: advance,
    ConfirmationDecided: advance,
    RemedyPursued: advance,
    PoliceCaseAccepted: advance,
    NoPenaltyAppliedFor: advance,
    PoliceCaseDecided: advance,
    PerformanceCertified: advance,
    SessionRecordedInFull: advance,
    PoliceReportMade: advance,
    LegalAidApplied: advance,
    LegalAidDecided: advance,
    LegalAidAssigned: advance,
    LegalAidEnded: advance,
    LimitationProofIssued: advance,
    DossierOpened: advance,
    MaterialFiled: advance,
    MaterialSigned: advance,
    DisputeArchived: advance,
  },
});
