import { disputeStream, type DisputeEvent, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import type { EventMetadata } from '@mediation/kernel';
import { reduceBatch, type Projection } from '@mediation/projecting/engine';

export const ID = '0195c3a0-0000-7000-8000-000000000001';
export const VILLAGE = '370402102001-committee';
export const TOWNSHIP = '370402102-committee';
export const OFFICE = '370402102-judicial-office';
export const POLICE = '370402102-police';
export const ROOM = '370402102-pretrial-room';
export const CENTER = '370402102-center';
export const DISTRICT = '370402-center';

const metadata = (org: string): EventMetadata => ({
  occurredAt: '2025-03-01T09:00:00+08:00',
  recordedAt: '2025-03-01T09:00:05+08:00',
  actor: { sub: 'u1', org, roles: ['mediator'] },
  commandId: 'c1',
  command: 'Test',
  rules: 'test',
});

/** Events as they come back from the store, one after the other in one dispute's stream. */
export const recorded = (events: readonly DisputeEvent[], { id = ID, org = VILLAGE } = {}): RecordedDisputeEvent[] =>
  events.map(
    (event, revision) =>
      ({
        ...event,
        id: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
        stream: disputeStream(id),
        revision,
        position: `1.${revision + 1}.0`,
        metadata: metadata(org),
      }) as RecordedDisputeEvent,
  );

/** The rows a view makes of events, as they would be read back from its table. */
export const rowsOf = <Row extends object>(
  view: Projection<Partial<Row>, RecordedDisputeEvent>,
  events: readonly RecordedDisputeEvent[],
): Record<string, Row> => {
  const deliveries = events.map((event) => ({ stored: { ...event, hash: '', data: {}, metadata: {} }, event }));
  const { changes, parked } = reduceBatch(view, deliveries, { rows: new Map(), parked: new Set() });
  expect(parked).toEqual([]);
  return JSON.parse(JSON.stringify(Object.fromEntries(changes))) as Record<string, Row>;
};

export const registered = (
  change: Partial<Extract<DisputeEvent, { type: 'DisputeRegistered' }>['data']> = {},
): DisputeEvent => ({
  type: 'DisputeRegistered',
  data: {
    source: 'application',
    disputeType: 'neighbourhood',
    custodian: VILLAGE,
    place: '370402102001',
    parties: [
      { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
      { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
    ],
    headcount: 2,
    amountFen: 120_000,
    registeredAt: '2025-02-28T23:30:00Z',
    personal: { p1: { name: '甲某某', phone: '000' }, p2: { name: '乙某' }, file: { text: '院墙' } },
    ...change,
  },
});

export const accepted = (proceeding = 1, body = VILLAGE): DisputeEvent => ({
  type: 'DisputeAccepted',
  data: { proceeding, channel: 'peoples', body, acceptedOn: '2025-03-02', mediateBy: '2025-04-01' },
});

export const offered = (to = TOWNSHIP, handoff = 'h1'): DisputeEvent => ({
  type: 'HandoffOffered',
  data: {
    handoff,
    kind: 'escalation',
    from: VILLAGE,
    to,
    reason: 'mediation-failed',
    offeredAt: '2025-03-09T16:30:00Z',
    replyBy: '2025-03-13',
    personal: { file: { text: '谈不拢' } },
  },
});

export const handoffAccepted: DisputeEvent = {
  type: 'HandoffAccepted',
  data: { handoff: 'h1', acceptedAt: '2025-03-11T10:00:00+08:00' },
};

export const moved = (to = TOWNSHIP, from = VILLAGE): DisputeEvent => ({
  type: 'CustodyMoved',
  data: { from, to, cause: 'handoff-accepted', movedAt: '2025-03-11T10:00:00+08:00' },
});

/** A written agreement from the first session to its seal; two instalments. */
export const settledInWriting: readonly DisputeEvent[] = [
  { type: 'MediatorAppointed', data: { proceeding: 1, mediator: 'm1', how: 'assigned' } },
  { type: 'RightsNotified', data: { proceeding: 1, parties: ['p1', 'p2'] } },
  {
    type: 'SessionHeld',
    data: {
      proceeding: 1,
      session: 1,
      heldOn: '2025-03-05',
      attended: ['p1', 'p2'],
      personal: { file: { text: '记' } },
    },
  },
  {
    type: 'AgreementReached',
    data: {
      agreement: 1,
      proceeding: 1,
      form: 'written',
      extent: 'full',
      obligations: [
        { id: 1, debtor: 'p2', amountFen: 60_000, dueOn: '2025-04-30' },
        { id: 2, debtor: 'p2', amountFen: 60_000, dueOn: '2025-03-31' },
      ],
      personal: { file: { text: '条款' } },
    },
  },
  { type: 'AgreementSignedByParty', data: { agreement: 1, party: 'p1', signedOn: '2025-03-06' } },
  { type: 'AgreementSignedByParty', data: { agreement: 1, party: 'p2', signedOn: '2025-03-06' } },
  { type: 'AgreementSignedByMediator', data: { agreement: 1, mediator: 'm1', signedOn: '2025-03-06' } },
  { type: 'AgreementSealed', data: { agreement: 1, body: VILLAGE, sealedOn: '2025-03-07' } },
  { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: '2025-03-07' } },
];

const paid = (obligation: number): DisputeEvent => ({
  type: 'ObligationPerformed',
  data: { agreement: 1, obligation, amountFen: 60_000, performedOn: '2025-03-30', complete: true },
});

export const performedAndClosed: readonly DisputeEvent[] = [
  paid(2),
  paid(1),
  { type: 'AgreementPerformed', data: { agreement: 1 } },
  {
    type: 'FollowUpVisited',
    data: { visitedOn: '2025-05-10', satisfaction: 'satisfied', escalationSigns: false, personal: {} },
  },
  { type: 'DisputeClosed', data: { outcome: 'settled', closedOn: '2025-05-11' } },
];
