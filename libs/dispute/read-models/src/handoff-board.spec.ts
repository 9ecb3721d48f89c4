import type { DisputeEvent } from '@mediation/dispute/domain';
import { handoffBoard } from './handoff-board';
import {
  accepted,
  handoffAccepted,
  ID,
  moved,
  offered,
  OFFICE,
  recorded,
  registered,
  rowsOf,
  TOWNSHIP,
  VILLAGE,
} from './spec/story';

const OFFERED = {
  dispute: ID,
  handoff: 'h1',
  kind: 'escalation',
  reason: 'mediation-failed',
  from_body: VILLAGE,
  from_tier: 'village',
  from_channel: 'peoples',
  to_body: TOWNSHIP,
  to_tier: 'township',
  to_channel: 'peoples',
  state: 'offered',
  offered_at: '2025-03-09T16:30:00Z',
  offered_on: '2025-03-10',
  reply_by: '2025-03-13',
};
const board = (...events: readonly DisputeEvent[]) => rowsOf(handoffBoard, recorded([registered(), ...events]));
const acknowledged: DisputeEvent = {
  type: 'HandoffAcknowledged',
  data: { handoff: 'h1', acknowledgedAt: '2025-03-10T09:00:00+08:00' },
};

it('shows an offer, its day taken in Shanghai', () =>
  expect(board(accepted(), offered())).toEqual({ [`${ID}:h1`]: OFFERED }));

it('shows that it was seen, and accepted', () =>
  expect(board(offered(), acknowledged, handoffAccepted, moved())).toEqual({
    [`${ID}:h1`]: {
      ...OFFERED,
      state: 'accepted',
      acknowledged_at: '2025-03-10T09:00:00+08:00',
      acknowledged_on: '2025-03-10',
      settled_at: '2025-03-11T10:00:00+08:00',
      settled_on: '2025-03-11',
    },
  }));

it.each<[string, DisputeEvent, object]>([
  [
    'returned',
    {
      type: 'HandoffReturned',
      data: { handoff: 'h1', reason: 'wrong-area', returnedAt: '2025-03-12T01:00:00Z', bounce: 1, personal: {} },
    },
    { return_reason: 'wrong-area', bounce: 1 },
  ],
  [
    'withdrawn',
    { type: 'HandoffWithdrawn', data: { handoff: 'h1', cause: 'superseded', withdrawnAt: '2025-03-12T01:00:00Z' } },
    {},
  ],
  ['lapsed', { type: 'HandoffLapsed', data: { handoff: 'h1', lapsedAt: '2025-03-12T01:00:00Z' } }, {}],
])('shows that it was %s', (state, event, more) =>
  expect(board(offered(), event)).toEqual({
    [`${ID}:h1`]: { ...OFFERED, ...more, state, settled_at: '2025-03-12T01:00:00Z', settled_on: '2025-03-12' },
  }),
);

it('keeps the handoffs of a dispute apart, and knows no channel for a body that only coordinates', () => {
  const rows = board(offered(), handoffAccepted, offered(OFFICE, 'h2'), offered('370402-center', 'h3'));
  expect(Object.entries(rows).map(([key, row]) => [key, row.state, row.to_tier, row.to_channel])).toEqual([
    [`${ID}:h1`, 'accepted', 'township', 'peoples'],
    [`${ID}:h2`, 'offered', 'township', 'administrative'],
    [`${ID}:h3`, 'offered', 'district', undefined],
  ]);
});
