import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { accepted, offered, POLICE, registered, ROOM, TOWNSHIP, VILLAGE } from './story';

const id = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const DISTRICT = '370402-center';
const SQUAD = '370402102-squad';
const at = (time: string) => `2025-03-${time}:00+08:00`;

const RAISED: DisputeEvent = { type: 'EmergencyRaised', data: { people: 30, raisedAt: at('11T10:00') } };
const SENT: DisputeEvent = {
  type: 'ResponseDispatched',
  data: { unit: SQUAD, dispatchedBy: DISTRICT, dispatchedAt: at('11T10:06') },
};
const THERE: DisputeEvent = { type: 'ResponseArrived', data: { unit: SQUAD, arrivedAt: at('11T10:25') } };
const OVER: DisputeEvent = {
  type: 'EmergencyConcluded',
  data: { people: 34, concludedAt: at('11T12:00'), personal: { file: { text: '已劝返' } } },
};
const supervised = (replyBy?: string): DisputeEvent => ({
  type: 'DisputeSupervised',
  data: { by: DISTRICT, reason: 'overdue', ...(replyBy !== undefined && { replyBy }) },
});
const directive = offered(TOWNSHIP, {
  kind: 'directive',
  from: DISTRICT,
  reason: 'outside-competence',
  replyBy: '2025-03-20',
});
const returned: DisputeEvent = {
  type: 'HandoffReturned',
  data: { handoff: 'h1', reason: 'wrong-area', returnedAt: at('06T10:00'), bounce: 2, personal: {} },
};

/** Wednesday, 12 March, nine o'clock. */
describeWithPostgres('emergencies and supervision', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    await center.record(id(1), VILLAGE, registered(), RAISED, SENT);
    await center.record(id(1), SQUAD, THERE);
    await center.record(id(2), VILLAGE, registered(), RAISED, SENT, THERE, OVER);
    await center.record(id(3), VILLAGE, registered());
    await center.record(id(3), DISTRICT, supervised('2025-03-11'));
    await center.record(id(4), VILLAGE, registered());
    await center.record(id(4), DISTRICT, supervised('2025-03-20'));
    await center.record(id(4), VILLAGE, accepted(), {
      type: 'EscalationRiskRaised',
      data: { risk: 'petition', people: 3 },
    });
    await center.record(id(5), VILLAGE, registered());
    await center.record(id(5), DISTRICT, directive);
    await center.record(id(6), VILLAGE, registered(), offered(POLICE), returned);
    await center.record(id(7), VILLAGE, registered(), offered(TOWNSHIP));
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const read = async (path: string, who: Who = SUPERVISOR) => {
    const { status, body } = await center.get(path, who);
    expect(status).toBe(200);
    return body as unknown as Record<string, readonly Record<string, unknown>[]>;
  };

  it('tells what is running first, with the minutes between', async () => {
    const { running, items, people, more } = await read('emergencies');
    expect([people, more]).toEqual([30, false]);
    expect(running).toEqual([
      {
        dispute: id(1),
        n: 1,
        type: 'neighbourhood',
        place: '370402102001',
        custodian: { body: VILLAGE, kind: 'committee', tier: 'village' },
        state: 'arrived',
        people: 30,
        raisedAt: at('11T10:00'),
        raisedBy: { body: VILLAGE },
        units: [
          {
            unit: { body: SQUAD },
            by: { body: DISTRICT },
            dispatchedAt: at('11T10:06'),
            arrivedAt: at('11T10:25'),
            minutesToArrive: 19,
          },
        ],
        arrived: 1,
        minutesToDispatch: 6,
        minutesToArrive: 25,
        // Since ten o'clock of the day before.
        minutesRunning: 1380,
        log: [
          { at: at('11T10:00'), what: 'raised', body: { body: VILLAGE }, people: 30 },
          { at: at('11T10:06'), what: 'dispatched', body: { body: SQUAD } },
          { at: at('11T10:25'), what: 'arrived', body: { body: SQUAD } },
        ],
      },
    ]);
    expect(items).toEqual([
      expect.objectContaining({ dispute: id(2), state: 'concluded', people: 34, minutesToConclude: 120 }),
    ]);
    expect(JSON.stringify(items)).not.toContain('劝返');
  });

  it.each([
    ['org=370402103', 0, 0],
    ['org=370402102001', 1, 1],
    ['from=2025-03-12', 0, 0],
    ['to=2025-03-11', 1, 1],
  ])('tells of %s', async (query, running, over) => {
    const body = await read(`emergencies?${query}`);
    expect([body['running']?.length, body['items']?.length]).toEqual([running, over]);
  });

  it('tells no court of emergencies, and a police body of none it does not see', async () => {
    for (const who of [
      { org: ROOM, role: 'court-clerk' },
      { org: POLICE, role: 'police-officer' },
    ]) {
      expect(await read('emergencies', who)).toMatchObject({ running: [], items: [] });
    }
  });

  const orders = async (query: string, who?: Who) =>
    (await read(`supervisions?${query}`, who))['items']!.map(({ dispute, kind, state, acts }) => [
      Number(String(dispute).slice(-12)),
      kind,
      state,
      acts,
    ]);

  it('tells what was ordered and what came back', async () => {
    expect(await orders('')).toEqual([
      [5, 'directive', 'waiting', 0],
      [4, 'supervision', 'answered', 2],
      [3, 'supervision', 'overdue', 0],
    ]);
    const [order] = (await read('supervisions?state=answered'))['items']!;
    expect(order).toMatchObject({
      by: { body: DISTRICT },
      reason: 'overdue',
      replyBy: '2025-03-20',
      reply: { type: 'DisputeAccepted', by: { body: VILLAGE } },
    });
    expect((await read('supervisions?state=overdue'))['items']![0]).toMatchObject({
      remaining: { days: -1 },
      urgency: 'red',
    });
  });

  it.each<[string, readonly number[]]>([
    ['kind=directive', [5]],
    ['state=waiting', [5]],
    ['by=370402-center&org=370402102001-committee', [5, 4, 3]],
    ['by=370402103', []],
    ['to=2025-03-11', []],
  ])('filters orders by %s', async (query, expected) =>
    expect((await orders(query)).map(([n]) => n)).toEqual(expected),
  );

  it('pages orders', async () => {
    const first = await center.get('supervisions?limit=1');
    expect((await orders(`cursor=${String(first.body['next'])}`)).map(([n]) => n)).toEqual([4, 3]);
  });

  it('tells a court nothing of supervision', async () =>
    expect(await orders('', { org: ROOM, role: 'court-clerk' })).toEqual([]));

  it('gathers what is late, what bounced twice and where a risk rises', async () => {
    const { counts, items } = await read('supervisions/concerns');
    expect(counts).toEqual({ overdue: 1, bouncedTwice: 1, riskRising: 1 });
    expect(items!.map(({ concern, dispute, on }) => [concern, Number(String(dispute).slice(-12)), on])).toEqual([
      ['overdue', 7, '2025-03-10'],
      ['bounced-twice', 6, '2025-03-06'],
      ['risk-rising', 4, '2025-03-12'],
    ]);
    const rising = await read('supervisions/concerns?concern=risk-rising&org=370402102001');
    expect(rising['items']).toEqual([
      expect.objectContaining({ signs: [{ sign: 'escalation-risk', risk: 'petition', people: 3, on: '2025-03-12' }] }),
    ]);
    const elsewhere = await read('supervisions/concerns', { org: '370402103-center', role: 'center-officer' });
    expect(elsewhere['counts']).toEqual({ overdue: 0, bouncedTwice: 0, riskRising: 0 });
  });
});
