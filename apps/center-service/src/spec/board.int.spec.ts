import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { offered, OFFICE, registered, ROOM, takenOver, TOWNSHIP, VILLAGE } from './story';

const id = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const acknowledged = (acknowledgedAt: string): DisputeEvent => ({
  type: 'HandoffAcknowledged',
  data: { handoff: 'h1', acknowledgedAt },
});
const returned = (returnedAt: string, bounce: number): DisputeEvent => ({
  type: 'HandoffReturned',
  data: { handoff: 'h1', reason: 'wrong-area', returnedAt, bounce, personal: {} },
});
const offer = (offeredOn: string, replyBy: string, to = TOWNSHIP): DisputeEvent =>
  offered(to, { offeredAt: `${offeredOn}T08:00:00+08:00`, replyBy });

/** Today is Wednesday the 12th. */
describeWithPostgres('the depth of the board', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    const file = (n: number, ...events: readonly DisputeEvent[]) =>
      center.record(id(n), VILLAGE, registered(), ...events);
    // Open: overdue and seen; due today; due tomorrow, seen; on Friday; in a week.
    await file(1, offer('2025-03-01', '2025-03-10'), acknowledged('2025-03-02T08:00:00+08:00'));
    await file(2, offer('2025-03-06', '2025-03-12'));
    await file(3, offer('2025-03-08', '2025-03-13', OFFICE), acknowledged('2025-03-08T20:00:00+08:00'));
    await file(4, offer('2025-03-11', '2025-03-14'));
    await file(5, offer('2025-03-11', '2025-03-20', ROOM));
    // Taken after 6, 30 and 102 hours; the last before the period.
    await file(6, offer('2025-03-03', '2025-03-10'), ...takenOver(TOWNSHIP, VILLAGE, '2025-03-03T14:00:00+08:00'));
    await file(7, offer('2025-03-03', '2025-03-10'), ...takenOver(TOWNSHIP, VILLAGE, '2025-03-04T14:00:00+08:00'));
    await file(8, offer('2024-11-01', '2024-11-05'), ...takenOver(TOWNSHIP, VILLAGE, '2024-11-05T14:00:00+08:00'));
    await file(9, offer('2025-03-04', '2025-03-10'), returned('2025-03-05T08:00:00+08:00', 1));
    await file(10, offer('2025-03-04', '2025-03-10'), returned('2025-03-06T08:00:00+08:00', 2));
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const ids = async (query: string, who?: Who) =>
    ((await center.get(`handoffs?${query}`, who)).body['items'] as unknown as readonly { dispute: string }[]).map(
      ({ dispute }) => Number(dispute.slice(-12)),
    );

  it('counts what is open by how long is left, who has not acknowledged, and what bounced', async () => {
    const { body } = await center.get('handoffs/matrix');
    expect(body['total']).toEqual({
      offered: 9,
      open: 5,
      accepted: 2,
      returned: 2,
      withdrawn: 0,
      lapsed: 0,
      overdue: 1,
      unacknowledged: 3,
      dueToday: 1,
      dueTomorrow: 1,
      bouncedTwice: 1,
      // Friday is two working days away, the 20th six.
      colours: { red: 1, orange: 2, yellow: 1, green: 1 },
      // 11, 6, 4, 1 and 1 days.
      age: { oldest: 11, median: 4 },
    });
    const cells = body['byChannel'] as unknown as readonly { to: string; open: number; age: object | null }[];
    expect(cells.map(({ to, open, age }) => [to, open, age])).toEqual([
      ['administrative', 1, { oldest: 4, median: 4 }],
      ['judicial', 1, { oldest: 1, median: 1 }],
      ['peoples', 3, { oldest: 11, median: 6 }],
    ]);
  });

  it('goes back to a past evening, and as far as it is told', async () => {
    const { body } = await center.get('handoffs/matrix?asOf=2025-03-03&since=2024-01-01');
    expect(body['total']).toMatchObject({ offered: 4, open: 2, accepted: 2, overdue: 0, unacknowledged: 1 });
  });

  it.each([
    ['state=open&order=due', [1, 2, 3, 4, 5]],
    ['dueFrom=2025-03-12&dueBy=2025-03-13', [3, 2]],
    ['state=open&acknowledged=false', [5, 4, 2]],
    ['bounce=1', [10, 9]],
    ['bounce=2', [10]],
    ['asOf=2025-03-05&bounce=2', []],
  ])('opens into the files of %s', async (query, expected) => {
    const found = await ids(query);
    // Two of one moment stand in the order of their keys.
    expect(query.includes('acknowledged') ? found.sort((a, b) => b - a) : found).toEqual(expected);
  });

  it('pages by what is due first', async () => {
    const first = await center.get('handoffs?state=open&order=due&limit=2');
    expect(await ids(`state=open&order=due&limit=9&cursor=${String(first.body['next'])}`)).toEqual([3, 4, 5]);
  });

  it('says how long each body takes, with the count behind it', async () => {
    const { body } = await center.get('handoffs/bodies');
    expect(body).toMatchObject({ asOf: '2025-03-12', since: '2024-12-12', more: false });
    const [township, ...others] = body['items'] as unknown as readonly Record<string, unknown>[];
    expect(township).toEqual({
      body: TOWNSHIP,
      name: '示例镇调委会',
      kind: 'committee',
      tier: 'township',
      open: 3,
      overdue: 1,
      unacknowledged: 2,
      received: 7,
      accepted: 2,
      returned: 2,
      lapsed: 0,
      bouncedTwice: 1,
      medianHoursToAcknowledge: 24,
      acknowledgedCount: 1,
      // Of 6 and 30.
      medianHoursToAccept: 18,
      acceptedCount: 2,
    });
    expect(others.map((each) => [each['body'], each['medianHoursToAcknowledge'], each['medianHoursToAccept']])).toEqual(
      [
        [OFFICE, 12, null],
        [ROOM, null, null],
      ],
    );
  });

  it('is as much of it as the caller may see', async () => {
    const room = await center.get('handoffs/bodies', { org: ROOM, role: 'court-clerk' });
    expect((room.body['items'] as unknown as readonly { body: string }[]).map(({ body }) => body)).toEqual([ROOM]);
    const elsewhere = await center.get('handoffs/matrix', { org: '370402103-center', role: 'center-officer' });
    expect(elsewhere.body['total']).toMatchObject({ offered: 0, age: null });
    expect(await ids('state=open&order=due', SUPERVISOR)).toEqual([1, 2, 3, 4, 5]);
  });
});
