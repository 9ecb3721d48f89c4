import { disputeIdOf, type DataOf, type DisputeEventType, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import { dateInShanghai } from '@mediation/kernel';
import { ignore, projection } from '@mediation/projecting/engine';
import { funnelRow, type FunnelCore } from './funnel-row';
import {
  accepted,
  closed,
  declined,
  formalBody,
  moved,
  open,
  settled,
  startOf,
  told,
  turnedBack,
} from './funnel-steps';
import { ignoringProcedures } from './procedures';
import { sortablePosition } from './sortable-position';

type Recorded<Type extends DisputeEventType> = Extract<RecordedDisputeEvent, { type: Type }>;

const isCountedAlike = (a: FunnelCore, b: FunnelCore): boolean =>
  a.result === b.result && a.result_on === b.result_on && a.up === b.up && a.down === b.down;

/** A row that comes from its table has NULLs. */
const asFolded = (row: FunnelCore): FunnelCore => ({
  ...row,
  result: row.result ?? undefined,
  result_on: row.result_on ?? undefined,
  up: row.up ?? undefined,
  up_on: row.up_on ?? undefined,
  down: row.down ?? undefined,
  down_on: row.down_on ?? undefined,
});

/** One more step of a dispute that is there; a step that changes what is counted says so. */
const step =
  <Type extends DisputeEventType>(change: (row: FunnelCore, data: DataOf<Type>, event: Recorded<Type>) => FunnelCore) =>
  (saved: FunnelCore | undefined, event: Recorded<Type>): FunnelCore | undefined => {
    if (saved === undefined) return undefined;
    const row = asFolded(saved);
    const next = change(row, event.data as DataOf<Type>, event);
    return isCountedAlike(row, next) ? next : { ...next, changed: sortablePosition(event.position) };
  };

/**
 * Where each dispute entered, how far it went and how it ended, one row each: what 小事不出村、大事不出镇、矛盾不上交 is counted from.
 * A result that a later event undoes is undone in the row; facts (`mediationFacts`) keep both.
 */
export const funnel = projection<FunnelCore, RecordedDisputeEvent>()({
  name: 'funnel',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  derive: funnelRow,
  on: {
    ...ignoringProcedures,
    DisputeRegistered: (_, { data, position }) => ({ ...startOf(data), changed: sortablePosition(position) }),
    DisputeAccepted: step<'DisputeAccepted'>(accepted),
    DisputeNotAccepted: step<'DisputeNotAccepted'>((row, data, { metadata }) =>
      declined(row, data, dateInShanghai(metadata.occurredAt)),
    ),
    MediationFailed: step<'MediationFailed'>((row, { routes }) => told(row, { routes })),
    MediationTerminated: step<'MediationTerminated'>((row, { routes }) => told(row, { routes })),
    RoutesTold: step<'RoutesTold'>((row, { routes }) => told(row, { routes })),
    AgreementTookEffect: step<'AgreementTookEffect'>((row, { effectiveOn }) => settled(row, effectiveOn)),
    DisputeClosed: step<'DisputeClosed'>(closed),
    DisputeReopened: step<'DisputeReopened'>((row) => ({ ...open(row), path: { by: 'again' } })),
    HandoffOffered: step<'HandoffOffered'>((row, { to, kind, reason }) => ({
      ...row,
      path: { ...row.path, offer: { to, kind, reason } },
    })),
    HandoffReturned: step<'HandoffReturned'>((row, { reason, returnedAt }) =>
      turnedBack(row, `returned:${reason}`, returnedAt),
    ),
    HandoffLapsed: step<'HandoffLapsed'>((row, { lapsedAt }) => turnedBack(row, 'lapsed', lapsedAt)),
    HandoffWithdrawn: step<'HandoffWithdrawn'>((row) => ({ ...row, path: { ...row.path, offer: undefined } })),
    CustodyMoved: step<'CustodyMoved'>(moved),
    DisputeTakenUpFormally: step<'DisputeTakenUpFormally'>((row, { body }) => told(row, { went: formalBody(body) })),
    RemedyPursued: step<'RemedyPursued'>((row) => told(row, { went: 'remedy' })),
    DisputeClassified: (row, { data, position }) =>
      row && { ...row, dispute_type: data.disputeType, changed: sortablePosition(position) },
    DisputeAssessed: ignore,
    PartyConsented: ignore,
    PartyRefused: ignore,
    DisputeTriaged: ignore,
    MediatorAppointed: ignore,
    MediatorRecused: ignore,
    InterestDisclosed: ignore,
    RightsNotified: ignore,
    SessionHeld: ignore,
    MediationSuspended: ignore,
    MediationResumed: ignore,
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
    EscalationRiskRaised: ignore,
    EscalationAverted: ignore,
    EmergencyRaised: ignore,
    ResponseDispatched: ignore,
    ResponseArrived: ignore,
    EmergencyConcluded: ignore,
    HandoffAcknowledged: ignore,
    HandoffAccepted: ignore,
    DisputeSupervised: ignore,
    DisputeLinked: ignore,
  },
});
