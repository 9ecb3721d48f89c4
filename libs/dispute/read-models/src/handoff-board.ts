import {
  channelOf,
  disputeIdOf,
  type Channel,
  type DataOf,
  type HandoffKind,
  type HandoffReason,
  type RecordedDisputeEvent,
  type ReturnReason,
} from '@mediation/dispute/domain';
import { dateInShanghai, divisionOf, parseBodyCode, tierOfDivision, type Instant, type Tier } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';
import { ignoringProcedures } from './procedures';

export type HandoffState = 'offered' | 'acknowledged' | 'accepted' | 'returned' | 'withdrawn' | 'lapsed';
export const OPEN_HANDOFF_STATES = ['offered', 'acknowledged'] as const satisfies readonly HandoffState[];

/** One handoff. Whether it is overdue, and how old, is asked of a day; it is not in the row. */
export type HandoffRow = {
  dispute: string;
  handoff: string;
  kind: HandoffKind;
  reason: HandoffReason;
  from_body: string;
  from_tier: Tier;
  from_channel: Channel | undefined;
  to_body: string;
  to_tier: Tier;
  to_channel: Channel | undefined;
  state: HandoffState;
  offered_at: Instant;
  offered_on: string;
  acknowledged_at?: Instant;
  acknowledged_on?: string;
  settled_at?: Instant;
  settled_on?: string;
  reply_by: string;
  return_reason?: ReturnReason;
  bounce?: number;
};

/** A code that passed the commands' checks names a division; anything else is taken as the lowest. */
const tierOf = (body: string): Tier => parseBodyCode(body)?.tier ?? tierOfDivision(divisionOf(body)) ?? 'village';

const offered = (dispute: string, data: DataOf<'HandoffOffered'>): HandoffRow => ({
  dispute,
  handoff: data.handoff,
  kind: data.kind,
  reason: data.reason,
  from_body: data.from,
  from_tier: tierOf(data.from),
  from_channel: channelOf(data.from),
  to_body: data.to,
  to_tier: tierOf(data.to),
  to_channel: channelOf(data.to),
  state: 'offered',
  offered_at: data.offeredAt,
  offered_on: dateInShanghai(data.offeredAt),
  reply_by: data.replyBy,
});

const settled = (
  row: HandoffRow | undefined,
  state: HandoffState,
  at: Instant,
  more: Partial<HandoffRow> = {},
): HandoffRow | undefined => row && { ...row, ...more, state, settled_at: at, settled_on: dateInShanghai(at) };

const keyOf = (event: RecordedDisputeEvent): string | undefined =>
  'handoff' in event.data ? `${disputeIdOf(event.stream)}:${event.data.handoff}` : undefined;

/** 三位一体 handoff board: one row per handoff. */
export const handoffBoard = projection<HandoffRow, RecordedDisputeEvent>()({
  name: 'handoff_board',
  version: 1,
  key: keyOf,
  on: {
    ...ignoringProcedures,
    HandoffOffered: (_, { stream, data }) => offered(disputeIdOf(stream), data),
    HandoffAcknowledged: (row, { data: { acknowledgedAt } }) =>
      row && {
        ...row,
        state: 'acknowledged',
        acknowledged_at: acknowledgedAt,
        acknowledged_on: dateInShanghai(acknowledgedAt),
      },
    HandoffAccepted: (row, { data }) => settled(row, 'accepted', data.acceptedAt),
    HandoffReturned: (row, { data }) =>
      settled(row, 'returned', data.returnedAt, { return_reason: data.reason, bounce: data.bounce }),
    HandoffWithdrawn: (row, { data }) => settled(row, 'withdrawn', data.withdrawnAt),
    HandoffLapsed: (row, { data }) => settled(row, 'lapsed', data.lapsedAt),
    DisputeRegistered: ignore,
    DisputeAssessed: ignore,
    DisputeClassified: ignore,
    PartyConsented: ignore,
    PartyRefused: ignore,
    DisputeTriaged: ignore,
    DisputeAccepted: ignore,
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
    AgreementTookEffect: ignore,
    ObligationPerformed: ignore,
    AgreementPerformed: ignore,
    AgreementBreached: ignore,
    FollowUpVisited: ignore,
    DisputeClosed: ignore,
    DisputeReopened: ignore,
    EscalationRiskRaised: ignore,
    EscalationAverted: ignore,
    EmergencyRaised: ignore,
    ResponseDispatched: ignore,
    ResponseArrived: ignore,
    EmergencyConcluded: ignore,
    CustodyMoved: ignore,
    DisputeSupervised: ignore,
    DisputeTakenUpFormally: ignore,
    DisputeLinked: ignore,
  },
});
