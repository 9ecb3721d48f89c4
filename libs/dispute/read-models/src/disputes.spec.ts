import type { DisputeEvent } from '@mediation/dispute/domain';
import type { DisputeRow } from './dispute-row';
import { disputes } from './disputes';
import {
  accepted,
  CENTER,
  DISTRICT,
  handoffAccepted,
  ID,
  moved,
  offered,
  performedAndClosed,
  recorded,
  registered,
  rowsOf,
  settledInWriting,
  TOWNSHIP,
  VILLAGE,
} from './spec/story';

const rowAfter = (...events: readonly DisputeEvent[]) => rowsOf<DisputeRow>(disputes, recorded(events))[ID]!;
const taskAfter = (...events: readonly DisputeEvent[]) => {
  const { next_task, next_due } = rowAfter(...events);
  return [next_task, next_due];
};
const AREAS = ['area:370402', 'area:370402102', 'area:370402102001'];
const GUIDED = ['committees:370402', 'committees:370402102', 'committees:370402102001'];

it('shows a dispute just registered, its names in one column', () => {
  const { state, ...row } = rowAfter(registered());
  expect(row).toEqual({
    revision: 0,
    party_names: { p1: '甲某某', p2: '乙某' },
    source: 'application',
    category: 'neighbourhood-unspecified',
    dispute_type: 'neighbourhood',
    place: '370402102001',
    custodian: VILLAGE,
    custodian_kind: 'committee',
    custodian_tier: 'village',
    custodian_division: '370402102001',
    phase: 'registered',
    channel: 'peoples',
    headcount: 2,
    amount_fen: 120_000,
    registered_at: '2025-02-28T23:30:00Z',
    registered_on: '2025-03-01',
    supervised: false,
    next_task: 'accept-or-decline',
    held_by: [VILLAGE],
    seen_by: [VILLAGE, ...AREAS, ...GUIDED],
  });
  expect(state).toMatchObject({ phase: 'registered', file: { custodian: VILLAGE } });
});

it('has nothing personal but names', () =>
  expect(JSON.stringify(rowAfter(registered(), accepted(), ...settledInWriting))).not.toMatch(/院墙|000"|条款|记/));

it('shows an offer pending, to the body it is offered to as well, and then the new custodian', () => {
  const pending = rowAfter(registered(), offered());
  expect(pending).toMatchObject({
    custodian: VILLAGE,
    pending_handoff: 'h1',
    pending_kind: 'escalation',
    pending_from: VILLAGE,
    pending_to: TOWNSHIP,
    pending_reply_by: '2025-03-13',
    next_task: 'await-handoff',
    next_due: '2025-03-13',
    held_by: [VILLAGE],
    seen_by: [TOWNSHIP, VILLAGE, ...AREAS, ...GUIDED].sort(),
  });
  const taken = rowAfter(registered(), offered(), handoffAccepted, moved());
  expect(taken).toMatchObject({
    revision: 3,
    custodian: TOWNSHIP,
    custodian_tier: 'township',
    phase: 'registered',
    next_task: 'accept-or-decline',
    held_by: [VILLAGE, TOWNSHIP],
  });
  expect(taken.pending_handoff).toBeUndefined();
});

it('follows a written agreement to the close, naming what is next and until when', () => {
  const story = [registered(), accepted(), ...settledInWriting, ...performedAndClosed];
  const seen = story.map((_, index) => taskAfter(...story.slice(0, index + 1)));
  // A month from 2 March (75号令 33).
  const inTime = '2025-04-02';
  expect(seen).toEqual([
    ['accept-or-decline', undefined],
    ['appoint-mediator', inTime],
    ['notify-rights', inTime],
    ['hold-session', inTime],
    ['reach-agreement', inTime],
    ['collect-signatures', inTime],
    ['collect-signatures', inTime],
    ['collect-signatures', inTime],
    ['seal-agreement', inTime],
    ['seal-agreement', inTime],
    ['watch-performance', '2025-03-31'],
    ['watch-performance', '2025-04-30'],
    ['watch-performance', undefined],
    ['follow-up', undefined],
    ['close', undefined],
    [undefined, undefined],
  ]);
  const { state: _, ...row } = rowAfter(...story);
  expect(row).toMatchObject({
    phase: 'closed',
    accepted_on: '2025-03-02',
    effective_on: '2025-03-07',
    closed_on: '2025-05-11',
    outcome: 'settled',
    agreement_state: 'performed',
  });
  expect(row.mediate_by).toBeUndefined();
});

it('opens again when it is reopened', () => {
  const row = rowAfter(registered(), accepted(), ...settledInWriting, ...performedAndClosed, {
    type: 'DisputeReopened',
    data: { reason: 'new-application', reopenedOn: '2025-06-01' },
  });
  expect(row).toMatchObject({ phase: 'registered', accepted_on: '2025-03-02', next_task: 'accept-or-decline' });
  expect([row.closed_on, row.outcome, row.agreement_state]).toEqual([undefined, undefined, undefined]);
});

it.each<[string, readonly DisputeEvent[], readonly unknown[]]>([
  ['a body that only coordinates hands on', [registered({ custodian: CENTER })], ['hand-on', undefined]],
  [
    'a directive is answered by the body it made responsible',
    [
      registered({ custodian: DISTRICT }),
      {
        type: 'HandoffOffered',
        data: {
          handoff: 'h1',
          kind: 'directive',
          from: DISTRICT,
          to: VILLAGE,
          reason: 'report-back',
          offeredAt: '2025-03-10T09:00:00+08:00',
          replyBy: '2025-03-17',
          personal: {},
        },
      },
      {
        type: 'CustodyMoved',
        data: { from: DISTRICT, to: VILLAGE, cause: 'directive', movedAt: '2025-03-10T09:00:00+08:00' },
      },
    ],
    ['answer-handoff', '2025-03-17'],
  ],
  [
    'a suspended mediation is resumed',
    [registered(), accepted(), { type: 'MediationSuspended', data: { proceeding: 1, reason: 'appraisal' } }],
    ['resume-mediation', '2025-04-02'],
  ],
  [
    'routes are told after a termination without them',
    [
      registered(),
      accepted(),
      { type: 'MediationTerminated', data: { proceeding: 1, reason: 'uncontactable', routes: [] } },
    ],
    ['tell-routes', undefined],
  ],
  [
    'a breach is dealt with',
    [
      registered(),
      accepted(),
      ...settledInWriting,
      { type: 'AgreementBreached', data: { agreement: 1, breachedOn: '2025-06-01', personal: {} } },
    ],
    ['handle-breach', undefined],
  ],
  [
    'an emergency comes first',
    [
      registered(),
      accepted(),
      { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-03T10:00:00+08:00' } },
    ],
    ['handle-emergency', undefined],
  ],
])('%s', (_, events, expected) => expect(taskAfter(...events)).toEqual(expected));

it('shows how far an emergency is, to the unit that was sent as well', () => {
  const emergency: DisputeEvent[] = [
    { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-03T10:00:00+08:00' } },
    {
      type: 'ResponseDispatched',
      data: { unit: '370402-brigade', dispatchedBy: DISTRICT, dispatchedAt: '2025-03-03T10:05:00+08:00' },
    },
    { type: 'ResponseArrived', data: { unit: '370402-brigade', arrivedAt: '2025-03-03T10:30:00+08:00' } },
    { type: 'EmergencyConcluded', data: { people: 34, concludedAt: '2025-03-03T15:00:00+08:00', personal: {} } },
  ];
  const rows = emergency.map((_, index) => rowAfter(registered(), ...emergency.slice(0, index + 1)));
  expect(rows.map((row) => row.emergency_state)).toEqual(['raised', 'dispatched', 'arrived', 'concluded']);
  expect(rows.map((row) => row.seen_by.includes('370402-brigade'))).toEqual([false, true, true, true]);
  expect(rows[0]?.headcount).toBe(30);
});
