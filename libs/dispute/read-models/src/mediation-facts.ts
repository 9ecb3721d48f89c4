import { disputeIdOf, type Channel, type EscalationRisk, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { dateInShanghai, parseBodyCode, type PlainDate, type Tier } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';
import { ignoringProcedures } from './procedures';

export type FactKind = 'accepted' | 'agreed' | 'emergency' | 'averted';

/** One countable fact. What a period's summary says is counted from these, and the rules of counting are with the summary. */
export type FactRow = {
  dispute: string;
  kind: FactKind;
  happened_on: PlainDate;
  /** The body that mediates; for an emergency or what was averted, the body that recorded it. */
  body: string;
  proceeding?: number;
  channel?: Channel;
  tier?: Tier | undefined;
  risk?: EscalationRisk;
  people?: number;
};

type About = Pick<FactRow, 'dispute' | 'body'>;
const about = ({ stream, metadata }: RecordedDisputeEvent): About => ({
  dispute: disputeIdOf(stream),
  body: metadata.actor.org,
});

export const mediationFacts = projection<FactRow, RecordedDisputeEvent>()({
  name: 'mediation_facts',
  version: 1,
  rowPerEvent: true,
  key: ({ stream, revision }) => `${disputeIdOf(stream)}:${revision}`,
  on: {
    ...ignoringProcedures,
    DisputeAccepted: (_, { stream, data }) => ({
      dispute: disputeIdOf(stream),
      kind: 'accepted',
      happened_on: data.acceptedOn,
      body: data.body,
      proceeding: data.proceeding,
      channel: data.channel,
      tier: parseBodyCode(data.body)?.tier,
    }),
    AgreementTookEffect: (_, event) => ({ ...about(event), kind: 'agreed', happened_on: event.data.effectiveOn }),
    EmergencyConcluded: (_, event) => ({
      ...about(event),
      kind: 'emergency',
      happened_on: dateInShanghai(event.data.concludedAt),
      people: event.data.people,
    }),
    EscalationAverted: (_, event) => ({
      ...about(event),
      kind: 'averted',
      happened_on: event.data.avertedOn,
      risk: event.data.risk,
      people: event.data.people,
    }),
    DisputeRegistered: ignore,
    DisputeAssessed: ignore,
    PartyConsented: ignore,
    PartyRefused: ignore,
    DisputeTriaged: ignore,
    DisputeNotAccepted: ignore,
    MediatorAppointed: ignore,
    MediatorRecused: ignore,
    InterestDisclosed: ignore,
    RightsNotified: ignore,
    SessionHeld: ignore,
    MediationSuspended: ignore,
    MediationResumed: ignore,
    MediationFailed: ignore,
    MediationTerminated: ignore,
    RoutesTold: ignore,
    DisputeWithdrawn: ignore,
    AgreementReached: ignore,
    AgreementSuperseded: ignore,
    AgreementSignedByParty: ignore,
    AgreementSignedByMediator: ignore,
    AgreementSealed: ignore,
    ObligationPerformed: ignore,
    AgreementPerformed: ignore,
    AgreementBreached: ignore,
    FollowUpVisited: ignore,
    DisputeClosed: ignore,
    DisputeReopened: ignore,
    EscalationRiskRaised: ignore,
    EmergencyRaised: ignore,
    ResponseDispatched: ignore,
    ResponseArrived: ignore,
    HandoffOffered: ignore,
    HandoffAcknowledged: ignore,
    HandoffAccepted: ignore,
    HandoffReturned: ignore,
    HandoffWithdrawn: ignore,
    HandoffLapsed: ignore,
    CustodyMoved: ignore,
    DisputeSupervised: ignore,
    DisputeTakenUpFormally: ignore,
    DisputeLinked: ignore,
  },
});
