import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import type { AddressInfo } from 'node:net';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { accepted, ELSEWHERE, registered, VILLAGE } from './story';

const A = 'a0000000-0000-4000-8000-000000000001';
const B = 'b0000000-0000-4000-8000-000000000002';
const TOLD = { type: 'RoutesTold', data: { routes: ['litigation'] } } as const;

interface Received {
  readonly id: string;
  readonly dispute: string;
  readonly revision: number;
  readonly type: string;
}

/** One message of the stream; undefined for a comment or a retry hint. */
const parse = (message: string): Received | undefined => {
  const fields = Object.fromEntries(message.split('\n').map((line) => line.split(/: (.*)/s, 2)));
  return fields['data'] === undefined ? undefined : { id: fields['id'], ...JSON.parse(fields['data']) };
};

describeWithPostgres('the feed', () => {
  let center: TestCenter;
  let base: string;
  const connections: AbortController[] = [];
  beforeAll(async () => {
    center = await openTestCenter();
    await center.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(center.app.getHttpServer().address() as AddressInfo).port}/api/center/v1/events`;
    await center.record(A, VILLAGE, registered(), accepted());
    await center.caughtUp();
  });
  afterEach(() => connections.splice(0).forEach((each) => each.abort()));
  afterAll(() => center.close());

  const open = async (who: Who = SUPERVISOR, lastEventId?: string) => {
    const connection = new AbortController();
    connections.push(connection);
    const headers = {
      authorization: `Bearer ${who.org} ${who.role}`,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    };
    const response = await fetch(base, { headers, signal: connection.signal });
    const received: Received[] = [];
    const read = async () => {
      let text = '';
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        received.push(...messages.flatMap((message) => parse(message) ?? []));
      }
    };
    const ended = read().catch(() => undefined);
    return { response, received, connection, ended };
  };
  const receives = (feed: { received: Received[] }, count: number) =>
    eventually(`${count} events received`, () =>
      feed.received.length >= count ? feed.received.map(({ dispute, type }) => [dispute, type]) : notYet(feed.received),
    );

  it('tells what happens from now on, and a reader who then asks sees it', async () => {
    const feed = await open();
    expect(feed.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await center.record(A, VILLAGE, TOLD);
    expect(await receives(feed, 1)).toEqual([[A, 'RoutesTold']]);
    const { body } = await center.get(`disputes/${A}`);
    expect(body['revision']).toBe(feed.received[0]?.revision);
  });

  it('goes on after the last event a reader had, without a gap or a repeat', async () => {
    const first = await open();
    await center.record(A, VILLAGE, TOLD, TOLD);
    await receives(first, 2);
    first.connection.abort();
    await center.record(A, VILLAGE, TOLD);
    await center.caughtUp();
    const second = await open(SUPERVISOR, first.received[0]?.id);
    await center.record(A, VILLAGE, TOLD);
    await receives(second, 3);
    const revisions = second.received.map(({ revision }) => revision);
    const last = first.received[0]!.revision;
    expect(revisions).toEqual([last + 1, last + 2, last + 3]);
  });

  it('tells from the beginning to one who says so, and only what the reader may see', async () => {
    await center.record(B, ELSEWHERE, registered({ custodian: ELSEWHERE, place: '370402103' }));
    const village = await open({ org: VILLAGE, role: 'mediator' }, '0.0.0');
    const elsewhere = await open({ org: ELSEWHERE, role: 'mediator' }, '0.0.0');
    expect(await receives(elsewhere, 1)).toEqual([[B, 'DisputeRegistered']]);
    await receives(village, 3);
    expect(new Set(village.received.map(({ dispute }) => dispute))).toEqual(new Set([A]));
    expect(JSON.stringify(village.received)).not.toMatch(/某|10000000000|滴水/);
  });

  it('hands on hundreds of events that come at once, in order', async () => {
    const feed = await open();
    for (let i = 0; i < 5; i += 1) await center.record(A, VILLAGE, ...Array.from({ length: 130 }, () => TOLD));
    await receives(feed, 650);
    const revisions = feed.received.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, index) => revisions[0]! + index));
  });

  it('is a problem document while it has not begun', async () => {
    expect((await center.get('events', 'nobody')).status).toBe(401);
    expect((await center.get('events', SUPERVISOR, { 'last-event-id': 'x' })).status).toBe(400);
    expect((await center.get('events?since=1')).status).toBe(400);
  });

  it('ends its streams when the application ends', async () => {
    const other = await openTestCenter();
    await other.app.listen(0, '127.0.0.1');
    const { port } = other.app.getHttpServer().address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/center/v1/events`, {
      headers: { authorization: `Bearer ${SUPERVISOR.org} ${SUPERVISOR.role}` },
    });
    const text = response.text().catch(() => 'cut');
    await other.close();
    expect(await text).toMatch(/^(retry: 2000|cut)/);
  });
});
