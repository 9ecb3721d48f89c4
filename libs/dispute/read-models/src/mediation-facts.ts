import { disputeIdOf, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { dateInShanghai } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';
import { fact, owed, type FactRow } from './fact-row';
import { ignoringProcedures } from './procedures';

/** Everything that is counted, one row per fact, never changed. */
export const mediationFacts = projection<FactRow, RecordedDisputeEvent>()({
  name: 'mediation_facts',
  version: 2,
  rowPerEvent: true,
  key: ({ stream, revision }) => `${disputeIdOf(stream)}:${revision}`,
  on: {
    ...ignoringProcedures,
    DisputeRegistered: (_, event) => ({
      ...fact('registered', event, { on: dateInShanghai(event.data.registeredAt), body: event.data.custodian }),
      source: event.data.source,
      dispute_type: event.data.disputeType,
      place: event.data.place,
      people: event.data.headcount,
      amount_fen: event.data.amountFen,
    }),
    DisputeClassified: (_, event) => ({
      ...fact('classified', event),
      dispute_type: event.data.disputeType,
      category: event.data.category,
    }),
    DisputeAssessed: (_, event) => ({
      ...fact('assessed', event),
      people: event.data.headcount,
      risk_grade: event.data.riskGrade,
      difficulty: event.data.difficulty,
    }),
    PartyRefused: (_, event) => ({
      ...fact('refused', event, { on: event.data.refusedOn }),
      other_body: event.data.to,
    }),
    DisputeAccepted: (_, event) => ({
      ...fact('accepted', event, { on: event.data.acceptedOn, body: event.data.body }),
      proceeding: event.data.proceeding,
      channel: event.data.channel,
      due_on: event.data.mediateBy,
    }),
    DisputeNotAccepted: (_, event) => ({ ...fact('declined', event), reason: event.data.reason }),
    MediatorAppointed: (_, event) => ({
      ...fact('mediator-appointed', event),
      proceeding: event.data.proceeding,
      mediator: event.data.mediator,
      reason: event.data.how,
    }),
    AgreementReached: (_, event) => ({
      ...fact('agreement-reached', event),
      proceeding: event.data.proceeding,
      agreement: event.data.agreement,
      form: event.data.form,
      extent: event.data.extent,
      ...owed(event.data.obligations),
    }),
    AgreementTookEffect: (_, event) => ({
      ...fact('agreed', event, { on: event.data.effectiveOn }),
      agreement: event.data.agreement,
    }),
    ObligationPerformed: (_, event) => ({
      ...fact('obligation-performed', event, { on: event.data.performedOn }),
      agreement: event.data.agreement,
      obligation: event.data.obligation,
      amount_fen: event.data.amountFen,
    }),
    AgreementPerformed: (_, event) => ({ ...fact('performed', event), agreement: event.data.agreement }),
    AgreementBreached: (_, event) => ({
      ...fact('breached', event, { on: event.data.breachedOn }),
      agreement: event.data.agreement,
      obligation: event.data.obligation,
    }),
    MediationFailed: (_, event) => ({
      ...fact('failed', event),
      proceeding: event.data.proceeding,
      reason: event.data.reason,
    }),
    MediationTerminated: (_, event) => ({
      ...fact('terminated', event),
      proceeding: event.data.proceeding,
      reason: event.data.reason,
    }),
    DisputeWithdrawn: (_, event) => fact('withdrawn', event),
    FollowUpVisited: (_, event) => ({
      ...fact('followed-up', event, { on: event.data.visitedOn }),
      satisfaction: event.data.satisfaction,
      escalation_signs: event.data.escalationSigns,
    }),
    DisputeClosed: (_, event) => ({
      ...fact('closed', event, { on: event.data.closedOn }),
      outcome: event.data.outcome,
    }),
    DisputeReopened: (_, event) => ({
      ...fact('reopened', event, { on: event.data.reopenedOn }),
      reason: event.data.reason,
    }),
    ConfirmationDecided: (_, event) => ({
      ...fact('confirmed', event, { on: event.data.decidedOn, body: event.data.court }),
      agreement: event.data.agreement,
      outcome: event.data.decision,
    }),
    TimeLimitExpired: (_, event) => ({
      ...fact('time-limit-expired', event, { on: dateInShanghai(event.data.expiredAt) }),
      due_on: event.data.dueOn,
      reason: event.data.rule,
      outcome: event.data.effect,
    }),
    DisputeArchived: (_, event) => fact('archived', event, { on: event.data.archivedOn }),
    EscalationRiskRaised: (_, event) => ({
      ...fact('risk-raised', event),
      risk: event.data.risk,
      people: event.data.people,
    }),
    EscalationAverted: (_, event) => ({
      ...fact('averted', event, { on: event.data.avertedOn }),
      risk: event.data.risk,
      people: event.data.people,
    }),
    EmergencyRaised: (_, event) => ({
      ...fact('emergency-raised', event, { on: dateInShanghai(event.data.raisedAt) }),
      people: event.data.people,
    }),
    EmergencyConcluded: (_, event) => ({
      ...fact('emergency', event, { on: dateInShanghai(event.data.concludedAt) }),
      people: event.data.people,
    }),
    CustodyMoved: (_, event) => ({
      ...fact('custody-moved', event, { on: dateInShanghai(event.data.movedAt), body: event.data.to }),
      other_body: event.data.from,
      reason: event.data.cause,
    }),
    DisputeSupervised: (_, event) => ({
      ...fact('supervised', event, { body: event.data.by }),
      reason: event.data.reason,
      due_on: event.data.replyBy,
    }),
    DisputeLinked: (_, event) => ({
      ...fact('linked', event),
      other_dispute: event.data.to,
      reason: event.data.relation,
    }),
    PartyConsented: ignore,
    DisputeTriaged: ignore,
    MediatorRecused: ignore,
    InterestDisclosed: ignore,
    RightsNotified: ignore,
    SessionHeld: ignore,
    MediationSuspended: ignore,
    MediationResumed: ignore,
    RoutesTold: ignore,
    AgreementSuperseded: ignore,
    AgreementSignedByParty: ignore,
    AgreementSignedByMediator: ignore,
    AgreementSealed: ignore,
    ResponseDispatched: ignore,
    ResponseArrived: ignore,
    HandoffOffered: ignore,
    HandoffAcknowledged: ignore,
    HandoffAccepted: ignore,
    HandoffReturned: ignore,
    HandoffWithdrawn: ignore,
    HandoffLapsed: ignore,
    DisputeTakenUpFormally: ignore,
  },
});
