import type { DisputeEvent } from '@mediation/dispute/domain';
import { emergencies } from './emergencies';
import { DISTRICT, ID, recorded, registered, rowsOf, VILLAGE } from './spec/story';

const SQUAD = '370402102-squad';
const BRIGADE = '370402-brigade';
const raised = (people: number, raisedAt: string): DisputeEvent => ({
  type: 'EmergencyRaised',
  data: { people, raisedAt },
});
const sent = (unit: string, dispatchedAt: string): DisputeEvent => ({
  type: 'ResponseDispatched',
  data: { unit, dispatchedBy: DISTRICT, dispatchedAt },
});
const FIRST = [
  raised(30, '2025-03-01T10:00:00+08:00'),
  sent(SQUAD, '2025-03-01T10:05:00+08:00'),
  sent(BRIGADE, '2025-03-01T10:20:00+08:00'),
  { type: 'ResponseArrived', data: { unit: SQUAD, arrivedAt: '2025-03-01T10:25:00+08:00' } },
  { type: 'EmergencyConcluded', data: { people: 34, concludedAt: '2025-03-01T12:00:00+08:00', personal: {} } },
] as const satisfies readonly DisputeEvent[];
const rows = (...events: readonly DisputeEvent[]) => rowsOf(emergencies, recorded([registered(), ...events]));

const TOLD = {
  raisedAt: '2025-03-01T10:00:00+08:00',
  raisedBy: VILLAGE,
  people: 30,
  units: [
    {
      unit: SQUAD,
      by: DISTRICT,
      at: '2025-03-01T10:05:00+08:00',
      arrivedAt: '2025-03-01T10:25:00+08:00',
    },
    { unit: BRIGADE, by: DISTRICT, at: '2025-03-01T10:20:00+08:00' },
  ],
};
const CONCLUDED = { ...TOLD, concluded: { at: '2025-03-01T12:00:00+08:00', by: VILLAGE, people: 34 } };

it('has no row for a dispute without one', () => expect(rows()).toEqual({}));

it('tells who was sent, who was there, and that it is still running', () =>
  expect(rows(...FIRST.slice(0, 4))).toEqual({
    [ID]: { running: true, raised_at: TOLD.raisedAt, incidents: [TOLD] },
  }));

it('tells how it ended', () =>
  expect(rows(...FIRST)).toEqual({ [ID]: { running: false, raised_at: TOLD.raisedAt, incidents: [CONCLUDED] } }));

it('keeps a second one of the same dispute apart from the first', () => {
  const again = raised(12, '2025-04-01T09:00:00+08:00');
  const second = { raisedAt: '2025-04-01T09:00:00+08:00', raisedBy: VILLAGE, people: 12, units: [] };
  expect(rows(...FIRST, again)).toEqual({
    [ID]: { running: true, raised_at: second.raisedAt, incidents: [CONCLUDED, second] },
  });
});
