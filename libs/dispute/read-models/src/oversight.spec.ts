import type { DisputeEvent, RecordedDisputeEvent } from '@mediation/dispute/domain';
import { oversight } from './oversight';
import { accepted, DISTRICT, ID, offered, recorded, registered, rowsOf, TOWNSHIP, VILLAGE } from './spec/story';

interface Told {
  readonly event: DisputeEvent;
  readonly org?: string;
  readonly on?: string;
  readonly roles?: readonly string[];
}

/** Each recorded by the body, on the day and in the role given. */
const rowOf = (...told: readonly Told[]) => {
  const events = recorded([registered(), ...told.map(({ event }) => event)]);
  const asTold = events.map((event, index): RecordedDisputeEvent => {
    const { org = VILLAGE, on = '2025-03-02', roles = ['mediator'] } = told[index - 1] ?? {};
    const actor = { sub: 'u1', org, roles };
    return { ...event, metadata: { ...event.metadata, occurredAt: `${on}T09:00:00+08:00`, actor } };
  });
  return rowsOf(oversight, asTold)[ID];
};

const SUPERVISED: Told = {
  event: { type: 'DisputeSupervised', data: { by: DISTRICT, reason: 'overdue', replyBy: '2025-03-10' } },
  org: DISTRICT,
  on: '2025-03-05',
};
const ORDER = {
  kind: 'supervision',
  reason: 'overdue',
  by: DISTRICT,
  at: '2025-03-05T09:00:00+08:00',
  on: '2025-03-05',
};
const CLOCK: Told = {
  event: {
    type: 'TimeLimitExpired',
    data: { clock: 'c', rule: 'r', effect: 'OVERDUE', dueOn: '2025-03-06', expiredAt: '2025-03-07T00:00:00+08:00' },
  } as unknown as DisputeEvent,
  org: '370402-center',
  roles: ['system'],
};
const ACCEPTED: Told = { event: accepted(), on: '2025-03-09' };

it('has no row for a dispute that nobody gave an order about', () => expect(rowOf(ACCEPTED)).toBeUndefined());

it('waits for an answer: neither the clock nor another order nor a receipt is one', () => {
  const row = rowOf(
    SUPERVISED,
    CLOCK,
    { ...SUPERVISED, org: '370402102-center' },
    {
      event: { type: 'HandoffAcknowledged', data: { handoff: 'h1', acknowledgedAt: '2025-03-06T09:00:00+08:00' } },
    },
  );
  expect(row?.orders.map(({ reply, acts }) => [reply, acts])).toEqual([
    [undefined, 0],
    [undefined, 0],
  ]);
});

it('takes the first act of another body for the answer, and counts those that follow', () =>
  expect(rowOf(SUPERVISED, { ...ACCEPTED, org: DISTRICT }, ACCEPTED, { ...ACCEPTED, on: '2025-03-12' })).toEqual({
    orders: [
      {
        ...ORDER,
        replyBy: '2025-03-10',
        acts: 2,
        reply: { type: 'DisputeAccepted', by: VILLAGE, at: '2025-03-09T09:00:00+08:00', on: '2025-03-09' },
      },
    ],
    ordered_at: ORDER.at,
    signs: [],
  }));

it('knows a directive from other handoffs, and whom it went to', () => {
  const directive = offered(TOWNSHIP);
  if (directive.type !== 'HandoffOffered') throw new Error('an offer');
  const given = { ...directive, data: { ...directive.data, kind: 'directive' as const } };
  const row = rowOf({ event: offered(TOWNSHIP) }, { event: given, org: DISTRICT, on: '2025-03-05' });
  expect(row?.orders).toEqual([
    expect.objectContaining({
      kind: 'directive',
      to: TOWNSHIP,
      by: DISTRICT,
      replyBy: directive.data.replyBy,
      acts: 0,
    }),
  ]);
});

describe('a rising risk', () => {
  const graded = (riskGrade: 'red' | 'yellow' | 'blue', on: string): Told => ({
    event: { type: 'DisputeAssessed', data: { riskGrade } },
    on,
  });
  const risk: Told = {
    event: { type: 'EscalationRiskRaised', data: { risk: 'petition', people: 4 } },
    on: '2025-03-04',
  };
  const averted: Told = {
    event: { type: 'EscalationAverted', data: { risk: 'petition', people: 4, avertedOn: '2025-03-08' } },
  };

  it('is a grade above the one before, and none below it', () => {
    expect(rowOf(graded('yellow', '2025-03-02'))?.rising_on).toBeUndefined();
    expect(rowOf(graded('yellow', '2025-03-02'), graded('red', '2025-03-03'))).toMatchObject({
      rising_on: '2025-03-03',
      risk_grade: 'red',
      signs: [{ sign: 'grade-raised', from: 'yellow', to: 'red', on: '2025-03-03' }],
    });
    const calmed = rowOf(graded('yellow', '2025-03-02'), graded('red', '2025-03-03'), graded('blue', '2025-03-06'));
    expect([calmed?.signs, calmed?.rising_on]).toEqual([[], undefined]);
  });

  it('is one that was raised, until it is averted', () => {
    expect(rowOf(risk)?.signs).toEqual([{ sign: 'escalation-risk', risk: 'petition', people: 4, on: '2025-03-04' }]);
    expect(rowOf(risk, averted)?.signs).toEqual([]);
  });

  it('is none while the dispute is closed', () => {
    const closed: Told = { event: { type: 'DisputeClosed', data: { outcome: 'settled', closedOn: '2025-03-09' } } };
    const reopened: Told = { event: { type: 'DisputeReopened', data: { reason: 'breach', reopenedOn: '2025-03-10' } } };
    expect(rowOf(risk, closed)?.rising_on).toBeUndefined();
    expect(rowOf(risk, closed, reopened)?.rising_on).toBe('2025-03-04');
  });

  it('is what a follow-up visit saw', () => {
    const visit = (escalationSigns: boolean): Told => ({
      event: {
        type: 'FollowUpVisited',
        data: { visitedOn: '2025-03-11', satisfaction: 'fair', escalationSigns, personal: {} },
      },
    });
    expect(rowOf(visit(false))).toBeUndefined();
    expect(rowOf(visit(true))?.rising_on).toBe('2025-03-11');
  });
});
