import { disputeViews } from '@mediation/dispute/read-models';
import { describeWithPostgres } from '@mediation/testing';
import { VIEW_NAMES } from '../views/contexts';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import {
  accepted,
  agreedOrally,
  ELSEWHERE,
  offered,
  OFFICE,
  POLICE,
  registered,
  takenOver,
  TOWNSHIP,
  VILLAGE,
} from './story';

const A = 'a0000000-0000-4000-8000-000000000001';
const B = 'b0000000-0000-4000-8000-000000000002';
const C = 'c0000000-0000-4000-8000-000000000003';
const cursor = (...parts: readonly string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const VIEWS = disputeViews.map(({ name }) => name).sort();
const as = (org: string, role = 'mediator'): Who => ({ org, role });

describeWithPostgres('the centre', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    // A waits for the township, overdue; B was taken over by it; C, at the other township, is settled.
    await center.record(A, VILLAGE, registered(), accepted(), offered(TOWNSHIP));
    await center.record(
      B,
      VILLAGE,
      registered({ disputeType: 'medical', registeredAt: '2025-03-02T09:00:00+08:00' }),
      accepted(),
      offered(TOWNSHIP),
      ...takenOver(TOWNSHIP),
      accepted({ proceeding: 2, body: TOWNSHIP, acceptedOn: '2025-03-09' }),
    );
    await center.record(
      C,
      ELSEWHERE,
      registered({ custodian: ELSEWHERE, place: '370402103001', registeredAt: '2025-03-03T09:00:00+08:00' }),
      accepted({ body: ELSEWHERE }),
      { type: 'EscalationRiskRaised', data: { risk: 'petition', people: 2 } },
      { type: 'EscalationAverted', data: { risk: 'petition', people: 2, avertedOn: '2025-03-05' } },
      ...agreedOrally(),
      { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-07T10:00:00+08:00' } },
      { type: 'EmergencyConcluded', data: { people: 32, concludedAt: '2025-03-07T15:00:00+08:00', personal: {} } },
    );
    await center.caughtUp();
  });
  afterAll(() => center.close());

  const items = async (path: string, who?: Who) => {
    const { status, body } = await center.get(path, who);
    expect(status).toBe(200);
    return body['items'] as readonly Record<string, unknown>[];
  };
  const disputesOf = async (path: string, who?: Who) =>
    (await items(path, who)).map((item) => item['dispute'] ?? item['id']);

  describe('the handoff board', () => {
    it('shows every handoff with its ends, age and whether it is overdue', async () => {
      const [newest, other] = await items('handoffs');
      expect(newest).toEqual({
        id: 'h1',
        dispute: B,
        disputeType: 'medical',
        place: '370402102001',
        kind: 'escalation',
        reason: 'mediation-failed',
        from: { body: VILLAGE, tier: 'village', channel: 'peoples' },
        to: { body: TOWNSHIP, name: '示例镇调委会', tier: 'township', channel: 'peoples' },
        state: 'accepted',
        offeredAt: '2025-03-05T02:00:00.000Z',
        settledAt: '2025-03-08T02:00:00.000Z',
        replyBy: '2025-03-10',
        ageDays: 3,
        overdue: false,
      });
      expect(other).toMatchObject({ dispute: A, state: 'offered', ageDays: 7, overdue: true });
    });

    it.each([
      ['state=open', [A]],
      ['state=accepted', [B]],
      ['overdue=true', [A]],
      ['overdue=false', [B]],
      ['kind=transfer', []],
      ['from=370402102001&to=370402102-committee', [B, A]],
      ['org=370402103', []],
      ['channel=judicial', []],
      ['fromTier=village&toTier=township&fromChannel=peoples', [B, A]],
      ['toChannel=none', []],
      ['asOf=2025-03-04', []],
      ['asOf=2025-03-07&state=open', [B, A]],
      ['asOf=2025-03-10&overdue=true', []],
    ])('filters by %s', async (query, expected) => expect(await disputesOf(`handoffs?${query}`)).toEqual(expected));

    it('pages with an opaque cursor', async () => {
      const first = await center.get('handoffs?limit=1');
      const second = await center.get(`handoffs?limit=1&cursor=${String(first.body['next'])}`);
      expect([first, second].map(({ body }) => (body['items'] as { dispute: string }[])[0]?.dispute)).toEqual([B, A]);
      expect(second.body['next']).toBeUndefined();
    });

    it('counts from × to by tier and by channel', async () => {
      const counts = {
        offered: 2,
        open: 1,
        accepted: 1,
        returned: 0,
        withdrawn: 0,
        lapsed: 0,
        overdue: 1,
        unacknowledged: 1,
        dueToday: 0,
        dueTomorrow: 0,
        bouncedTwice: 0,
        colours: { red: 1, orange: 0, yellow: 0, green: 0 },
        age: { oldest: 7, median: 7 },
      };
      expect((await center.get('handoffs/matrix')).body).toEqual({
        asOf: '2025-03-12',
        since: '2024-12-12',
        total: counts,
        byTier: [{ from: 'village', to: 'township', ...counts }],
        byChannel: [{ from: 'peoples', to: 'peoples', ...counts }],
      });
    });

    it.each([
      'asOf=0000-01-01',
      `cursor=${cursor('2025-02-30 10:00:00+00', 'a')}`,
      `cursor=${cursor('2025-02-20 10:00:00+99', 'a')}`,
      `cursor=${cursor('2025-02-20 10:00:00+00', '\u0000')}`,
      'nope=1',
      'limit=0',
      'cursor=abc',
      'cursor=WyIxIiwiYiJd',
      'asOf=2025-02-30',
      'from=x',
      'overdue=yes',
      'state=a',
    ])('answers 400 to %s', async (query) => {
      const { status, headers } = await center.get(`handoffs?${query}`);
      expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    });
  });

  describe('search', () => {
    it.each([
      ['', [C, B, A]],
      ['type=medical', [B]],
      ['phase=agreed', [C]],
      ['phase=open&custodian=370402102', [B, A]],
      ['custodian=370402102001-committee', [A]],
      ['place=370402103', [C]],
      ['from=2025-03-02&to=2025-03-02', [B]],
      [`q=${A}`, [A]],
      [`q=${encodeURIComponent('某某')}`, [C, B, A]],
      [`q=${encodeURIComponent('%')}`, []],
      ['channel=peoples&source=application&risk=red', []],
    ])('finds by %s', async (query, expected) => expect(await disputesOf(`disputes?${query}`)).toEqual(expected));

    it('answers 400 to text that cannot be', async () => expect((await center.get('disputes?q=%00')).status).toBe(400));

    it('pages, newest first', async () => {
      const first = await center.get('disputes?limit=2');
      const second = await center.get(`disputes?limit=2&cursor=${String(first.body['next'])}`);
      expect((second.body['items'] as { id: string }[]).map(({ id }) => id)).toEqual([A]);
    });

    it('shows names to who is responsible or oversees, and a mask to the others', async () => {
      const names = async (who: Who) => {
        const { body } = await center.get(`disputes/${B}`, who);
        return (body['parties'] as { name: string }[]).map(({ name }) => name);
      };
      expect(await names(as(TOWNSHIP))).toEqual(['甲某某', '乙某']);
      expect(await names(as(OFFICE))).toEqual(['甲某某', '乙某']);
      expect(await names(as('370402-center', 'center-officer'))).toEqual(['甲某某', '乙某']);
      expect(await names(as(VILLAGE))).toEqual(['甲**', '乙*']);
      expect(await names(as('370402102-police', 'auditor'))).toEqual(['甲**', '乙*']);
    });

    it('does not find by a name that the caller may not see', async () => {
      const query = `disputes?q=${encodeURIComponent('甲某')}`;
      expect(await disputesOf(query, as(VILLAGE))).toEqual([A]);
      expect(await disputesOf(query, as('370402102-police', 'auditor'))).toEqual([]);
    });
  });

  describe('one dispute', () => {
    it('comes with its revision, handoffs and timeline, custody filled in', async () => {
      const { headers, body } = await center.get(`disputes/${B}`);
      expect(headers['etag']).toBe('"5"');
      expect(body).toMatchObject({ id: B, revision: 5, phase: 'in-mediation', next: { task: 'appoint-mediator' } });
      const timeline = body['timeline'] as { type: string; custodian: { body: string } }[];
      expect(timeline.map(({ type, custodian }) => [type, custodian.body])).toEqual([
        ['DisputeRegistered', VILLAGE],
        ['DisputeAccepted', VILLAGE],
        ['HandoffOffered', VILLAGE],
        ['HandoffAccepted', VILLAGE],
        ['CustodyMoved', TOWNSHIP],
        ['DisputeAccepted', TOWNSHIP],
      ]);
      expect((body['handoffs'] as { state: string }[]).map(({ state }) => state)).toEqual(['accepted']);
      expect(JSON.stringify(body['timeline'])).not.toMatch(/某|10000000000|滴水|接手/);
    });

    it.each([
      [as(ELSEWHERE), A],
      [as('370402103-center', 'center-officer'), A],
      [as(POLICE), B],
      [as('370402-center', 'center-officer'), 'nonsense'],
      [as('370402-center', 'center-officer'), '%25'],
    ])('is 404 to %j for %s', async (who, id) => {
      const { status, body } = await center.get(`disputes/${id}`, who);
      expect([status, body['code']]).toEqual([404, 'dispute-unknown']);
    });
  });

  describe('scope', () => {
    it.each([
      [as(VILLAGE), [B, A]],
      [as(TOWNSHIP), [B, A]],
      [as(ELSEWHERE), [C]],
      [as('370402102-police', 'auditor'), [B, A]],
      [as('370402103-center', 'center-officer'), [C]],
      [as('370403-center', 'district-supervisor'), []],
      [as('any', 'system'), [C, B, A]],
    ])('shows %j its own', async (who, expected) => {
      expect(await disputesOf('disputes', who)).toEqual(expected);
      expect([...new Set(await disputesOf('handoffs', who))]).toEqual(expected.filter((id) => id !== C));
    });

    it('needs a token', async () => expect((await center.get('disputes', 'nobody')).status).toBe(401));
  });

  describe('worklists', () => {
    const list = async (body: string, who = as(body)) => {
      const answer = await center.get(`worklists/${body}`, who);
      const found = (answer.body['items'] ?? []) as {
        task: string;
        due: string;
        overdue: boolean;
        dispute: { id: string };
      }[];
      return [answer.status, ...found.map(({ task, due, overdue, dispute }) => [task, due, overdue, dispute.id])];
    };

    it('has handoffs to answer and the body’s own tasks, what is due first at the top', async () => {
      expect(await list(TOWNSHIP)).toEqual([
        200,
        ['answer-handoff', '2025-03-10', true, A],
        ['appoint-mediator', '2025-04-02', false, B],
      ]);
      expect(await list(VILLAGE)).toEqual([200, ['await-handoff', '2025-03-10', true, A]]);
      expect(await list(ELSEWHERE)).toEqual([200, ['follow-up', null, false, C]]);
    });

    it('says how long there is still, in days, in working days and in colour', async () => {
      const { body } = await center.get(`worklists/${TOWNSHIP}`, as(TOWNSHIP));
      const items = body['items'] as unknown as readonly { due: string; remaining: object; urgency: string }[];
      expect(items.map(({ due, remaining, urgency }) => ({ due, remaining, urgency }))).toEqual([
        { due: '2025-03-10', remaining: { days: -2, workingDays: -2 }, urgency: 'red' },
        { due: '2025-04-02', remaining: { days: 21, workingDays: 15 }, urgency: 'green' },
      ]);
    });

    it('is read by its body and who oversees it, and is 404 to others', async () => {
      expect((await list(TOWNSHIP, as(OFFICE)))[0]).toBe(200);
      expect((await list(TOWNSHIP, as('370402-center', 'center-officer')))[0]).toBe(200);
      expect(await list(TOWNSHIP, as(VILLAGE))).toEqual([404]);
      expect(await list(POLICE, as(OFFICE))).toEqual([404]);
      expect(await list('nonsense', as('370402-center', 'center-officer'))).toEqual([404]);
    });
  });

  describe('the summary', () => {
    const figures = async (query: string, who?: Who) => {
      const { rules: _, ...body } = (await center.get(`summary?${query}`, who)).body;
      return body;
    };

    it('counts from the events', async () => {
      expect(await figures('from=2025-01-01&to=2025-12-31')).toEqual({
        from: '2025-01-01',
        to: '2025-12-31',
        asOf: '2025-03-12',
        mediated: 3,
        succeeded: 1,
        byChannel: { peoples: 3 },
        byTier: { village: 1, township: 2 },
        byType: { neighbourhood: 2, medical: 1 },
        massIncidents: { cases: 1, people: 32 },
        medical: 1,
        civilToCriminalPrevented: 0,
        petitionsAvoided: 1,
        openHandoffs: 1,
        overdue: 1,
      });
    });

    it('counts what was, for a period that is past', async () =>
      expect(await figures('from=2025-03-01&to=2025-03-05')).toMatchObject({
        mediated: 3,
        succeeded: 0,
        byTier: { village: 2, township: 1 },
        massIncidents: { cases: 0, people: 0 },
        petitionsAvoided: 1,
        openHandoffs: 2,
        overdue: 0,
      }));

    it('counts a division', async () =>
      expect(await figures('from=2025-01-01&to=2025-12-31&org=370402103')).toMatchObject({
        mediated: 1,
        succeeded: 1,
        massIncidents: { cases: 1, people: 32 },
        openHandoffs: 0,
      }));

    it('counts only what the caller may see', async () =>
      expect(await figures('from=2025-01-01&to=2025-12-31', as(VILLAGE))).toMatchObject({ mediated: 2, medical: 1 }));

    it('defaults to this year so far, and refuses a period that runs backwards', async () => {
      expect(await figures('')).toMatchObject({ from: '2025-01-01', to: '2025-03-12', mediated: 3 });
      expect((await center.get('summary?from=2025-02-01&to=2025-01-01')).status).toBe(400);
    });
  });

  describe('the views', () => {
    it('say where they stand', async () => {
      const { body } = await center.get('views');
      expect(body).toMatchObject({ projector: { state: 'following', stale: [] } });
      const views = body['views'] as { name: string; generation: number; behind: number; parked: number }[];
      expect(views.map(({ name, generation, behind, parked }) => [name, generation, behind, parked])).toEqual(
        [...VIEW_NAMES].sort().map((name) => [name, 1, 0, 0]),
      );
      expect((await center.get('/health/ready')).status).toBe(200);
    });

    it('are not for everyone', async () => expect((await center.get('views', as(VILLAGE))).status).toBe(403));

    it('show a parked stream, in the metrics too', async () => {
      const metadata = { ...(await center.journal.readStream(`dispute-${A}`))[0]!.metadata };
      const stream = 'dispute-d0000000-0000-4000-8000-000000000004';
      const id = 'd0000000-0000-4000-8000-00000000000e';
      await center.journal.append(stream, [{ id, type: 'dispute.unheard-of.v1', data: {}, metadata }], 'none');
      await center.caughtUp();
      const parked = (await items('parked')) as { view: string; stream: string; code: string }[];
      expect(parked.map(({ view, stream: of, code }) => [view, of, code])).toEqual(
        VIEWS.map((view) => [view, stream, 'unreadable-event']),
      );
      expect((await center.get('/metrics')).text).toContain('view_parked_streams{view="timeline"} 1');
      expect((await center.get('/health/ready')).status).toBe(200);
    });
  });
});
