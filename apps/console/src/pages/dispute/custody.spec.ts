import { lanesOf, periodsOf } from './custody';
import type { Dispute, Entry, Handoff } from './dispute';

const VILLAGE = { body: '370402102200-committee', name: '村' };
const TOWN = { body: '370402102-committee', name: '镇' };
const entry = (revision: number, type: string, at: string, custodian: Entry['custodian']): Entry => ({
  revision,
  type,
  occurredAt: at,
  recordedAt: at,
  actor: VILLAGE,
  custodian,
  detail: {},
});
const handoff = (id: string, state: Handoff['state'], offeredAt: string, settledAt?: string): Handoff =>
  ({ id, state, kind: 'escalation', from: VILLAGE, to: TOWN, offeredAt, settledAt }) as unknown as Handoff;
const dispute = (phase: string, timeline: readonly Entry[], handoffs: readonly Handoff[]): Dispute =>
  ({ phase, timeline, handoffs }) as unknown as Dispute;

const STORY = [
  entry(1, 'DisputeRegistered', '2025-07-01T09:00:00.000Z', VILLAGE),
  entry(2, 'HandoffOffered', '2025-07-02T09:00:00.000Z', VILLAGE),
  entry(3, 'HandoffReturned', '2025-07-03T09:00:00.000Z', VILLAGE),
  entry(4, 'HandoffOffered', '2025-07-04T09:00:00.000Z', VILLAGE),
  entry(5, 'HandoffAccepted', '2025-07-05T09:00:00.000Z', VILLAGE),
  entry(6, 'CustodyMoved', '2025-07-05T09:00:00.000Z', TOWN),
];
const RETURNED = handoff('h1', 'returned', '2025-07-02T09:00:00.000Z', '2025-07-03T09:00:00.000Z');
const ACCEPTED = handoff('h2', 'accepted', '2025-07-04T09:00:00.000Z', '2025-07-05T09:00:00.000Z');

it('the chain tells who was responsible when, what was tried, and by which handoff it came', () => {
  const periods = periodsOf(dispute('registered', STORY, [RETURNED, ACCEPTED]));
  expect(periods).toEqual([
    {
      body: VILLAGE,
      tier: 'village',
      from: STORY[0]!.occurredAt,
      to: STORY[5]!.occurredAt,
      tried: [RETURNED],
      by: undefined,
    },
    { body: TOWN, tier: 'township', from: STORY[5]!.occurredAt, to: undefined, tried: [], by: ACCEPTED },
  ]);
});

it('nobody is responsible for a closed dispute any more', () => {
  const closed = entry(7, 'DisputeClosed', '2025-07-09T09:00:00.000Z', TOWN);
  const [, last] = periodsOf(dispute('closed', [...STORY, closed], [RETURNED, ACCEPTED]));
  expect(last?.to).toBe(closed.occurredAt);
});

it('the lanes are the tiers that appear, the highest first', () =>
  expect(lanesOf(['village', 'district', 'village'])).toEqual(['district', 'village']));
