import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { Client } from 'pg';
import { Webhook } from 'standardwebhooks';
import type { Answered } from '../webhooks/post';
import { post } from '../webhooks/post';
import { openTestCenter, type TestCenter, type Who } from './center.fixture';
import { accepted, registered, TOWNSHIP } from './story';

const TOLD = { type: 'RoutesTold', data: { routes: ['litigation'] } } as const;
const OFFICER: Who = { org: '370402-center', role: 'center-officer' };
const dispute = (n: number) => `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

interface Received {
  readonly id: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** A receiver that answers as it is told. */
const openReceiver = async () => {
  const received: Received[] = [];
  const receiver = { status: 204, headers: {} as Record<string, string>, wait: Promise.resolve() };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers } = request;
      received.push({ id: String(headers['webhook-id']), body: Buffer.concat(chunks).toString('utf8'), headers });
      void receiver.wait.then(() => response.writeHead(receiver.status, receiver.headers).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/in`,
    receiver,
    received,
    receives: (ids: readonly string[]) =>
      eventually('events are received', () =>
        ids.every((id) => received.some((each) => each.id === id)) ? true : notYet(received.map(({ id }) => id)),
      ),
    close: () => new Promise((resolve) => void server.close(resolve).closeAllConnections()),
  };
};
type Receiver = Awaited<ReturnType<typeof openReceiver>>;

describeWithPostgres('webhooks', () => {
  let center: TestCenter;
  let count = 0;
  const receivers: Receiver[] = [];
  beforeAll(async () => {
    center = await openTestCenter({
      allowPrivate: true,
      backoff: [50, 50],
      sweepMs: 500,
      concurrency: 4,
      perSubscription: 2,
    });
  });
  afterEach(async () => {
    const { body } = await center.get('webhooks');
    for (const { id } of body['items'] as unknown as { id: string }[]) await center.send('DELETE', `webhooks/${id}`);
    await Promise.all(receivers.splice(0).map((each) => each.close()));
  });
  afterAll(() => center.close());

  const subscribe = async (more: object = {}) => {
    const receiver = await openReceiver();
    receivers.push(receiver);
    const { status, body } = await center.send('POST', 'webhooks', { url: receiver.url, body: TOWNSHIP, ...more });
    expect(status).toBe(201);
    return { ...receiver, id: String(body['id']), secret: String(body['secret']) };
  };
  const newDispute = async (): Promise<string> => {
    const id = dispute(++count);
    await center.record(
      id,
      TOWNSHIP,
      registered({ custodian: TOWNSHIP, place: '370402102' }),
      accepted({ body: TOWNSHIP }),
    );
    return id;
  };
  const standing = async (id: string) => (await center.get(`webhooks/${id}`)).body;

  it('tell a dispute in order, signed, as CloudEvents without anything personal', async () => {
    const to = await subscribe();
    const id = await newDispute();
    await to.receives([`${id}:0`, `${id}:1`]);
    expect(to.received.map((each) => each.id)).toEqual([`${id}:0`, `${id}:1`]);
    const [first] = to.received;
    expect(first!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    const event = new Webhook(to.secret).verify(first!.body, first!.headers as Record<string, string>);
    expect(event).toMatchObject({
      specversion: '1.0',
      id: `${id}:0`,
      source: 'urn:mediation:center',
      type: 'mediation.feed.DisputeRegistered.v1',
      subject: id,
      data: { dispute: id, revision: 0, type: 'DisputeRegistered', actor: { body: TOWNSHIP, name: '示例镇调委会' } },
    });
    expect(first!.body).not.toMatch(/甲某|乙某|滴水|10000000000/);
  });

  it('begin with what comes after they were asked for, of the types and the place asked for', async () => {
    const before = await newDispute();
    await center.caughtUp();
    const to = await subscribe({ types: ['RoutesTold'], division: '370402102' });
    const elsewhere = await subscribe({ division: '370402103' });
    const id = await newDispute();
    for (const each of [before, id]) await center.record(each, TOWNSHIP, TOLD);
    await to.receives([`${before}:2`, `${id}:2`]);
    expect(to.received.map((each) => each.id).sort()).toEqual([`${before}:2`, `${id}:2`].sort());
    expect(elsewhere.received).toEqual([]);
  });

  it('show a secret once, and change it over with both good for a while', async () => {
    const to = await subscribe();
    expect(JSON.stringify((await center.get('webhooks')).body)).not.toContain('whsec_');
    const rotated = await center.send('POST', `webhooks/${to.id}/secret`, { keepOldHours: 1 });
    expect([rotated.status, (await standing(to.id))['secrets']]).toEqual([200, [expect.anything(), expect.anything()]]);
    const tested = await center.send('POST', `webhooks/${to.id}/test`);
    expect(tested.body).toMatchObject({ delivered: true, status: 204 });
    const [test] = to.received;
    for (const secret of [to.secret, String(rotated.body['secret'])]) {
      const event = new Webhook(secret).verify(test!.body, test!.headers as Record<string, string>);
      expect(event).toMatchObject({ type: 'mediation.feed.Test.v1' });
    }
    await center.send('POST', `webhooks/${to.id}/secret`, { keepOldHours: 0 });
    await center.send('POST', `webhooks/${to.id}/test`);
    expect(() =>
      new Webhook(to.secret).verify(to.received[1]!.body, to.received[1]!.headers as Record<string, string>),
    ).toThrow();
  });

  it('give a dispute up at last, tell the others meanwhile, and replay it from where it stopped', async () => {
    const to = await subscribe();
    to.receiver.status = 500;
    const id = await newDispute();
    const dead = await eventually('it is given up', async () => {
      const { troubles } = (await standing(to.id)) as unknown as { troubles: { state: string }[] };
      return troubles[0]?.state === 'dead' ? troubles : notYet(troubles);
    });
    expect(dead).toEqual([
      { dispute: id, state: 'dead', attempts: 3, failedSince: expect.any(String) as unknown, lastStatus: 500 },
    ]);
    to.receiver.status = 204;
    await center.record(id, TOWNSHIP, TOLD);
    const other = await newDispute();
    await to.receives([`${other}:1`]);
    expect(to.received.filter((each) => each.id !== `${id}:0`).map((each) => each.id)).toEqual([
      `${other}:0`,
      `${other}:1`,
    ]);
    expect((await center.send('POST', `webhooks/${to.id}/replay`, { dispute: id })).body).toEqual({ disputes: 1 });
    await to.receives([`${id}:2`]);
    expect(to.received.slice(-3).map((each) => each.id)).toEqual([`${id}:0`, `${id}:1`, `${id}:2`]);
    expect((await standing(to.id))['troubles']).toEqual([]);
  });

  it('keep what comes while they are paused', async () => {
    const to = await subscribe();
    await center.send('PATCH', `webhooks/${to.id}`, { state: 'paused' });
    const id = await newDispute();
    await center.caughtUp();
    await eventually('it is due', async () => {
      const { due } = (await standing(to.id))['standing'] as unknown as { due: number };
      return due === 1 ? true : notYet(due);
    });
    expect(to.received).toEqual([]);
    await center.send('PATCH', `webhooks/${to.id}`, { state: 'active' });
    await to.receives([`${id}:0`, `${id}:1`]);
  });

  it('end where the receiver is gone, and do not follow a redirect', async () => {
    const to = await subscribe();
    to.receiver.status = 410;
    await newDispute();
    await eventually('it is gone', async () =>
      (await standing(to.id))['state'] === 'gone' ? true : notYet('not yet'),
    );
    const elsewhere = await openReceiver();
    receivers.push(elsewhere);
    const moved = await subscribe();
    moved.receiver.status = 307;
    moved.receiver.headers = { location: elsewhere.url };
    expect((await center.send('POST', `webhooks/${moved.id}/test`)).body).toMatchObject({
      delivered: false,
      status: 307,
    });
    expect(elsewhere.received).toEqual([]);
  });

  it('leave room for others where a receiver is slow, and tell it everything in the end', async () => {
    let answer: () => void = () => undefined;
    const slow = await subscribe();
    slow.receiver.wait = new Promise((resolve) => (answer = resolve));
    const quick = await subscribe();
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await newDispute());
    const all = ids.flatMap((id) => [`${id}:0`, `${id}:1`]);
    await quick.receives(all);
    await eventually('two are on their way', () => slow.received.length >= 2 || notYet(slow.received.length));
    expect(slow.received).toHaveLength(2);
    answer();
    await slow.receives(all);
  });

  it('are made once for a body and an address: who asks again is told so', async () => {
    const { url, id } = await subscribe();
    const again = await center.send('POST', 'webhooks', { url, body: TOWNSHIP, types: ['RoutesTold'] });
    expect([again.status, again.body['code']]).toEqual([409, 'webhook-exists']);
    const other = await subscribe();
    const moved = await center.send('PATCH', `webhooks/${other.id}`, { url });
    expect([moved.status, moved.body['code']]).toEqual([409, 'webhook-exists']);
    expect((await center.send('DELETE', `webhooks/${id}`)).status).toBe(204);
    expect((await center.send('POST', 'webhooks', { url, body: TOWNSHIP })).status).toBe(201);
  });

  it('tell a body what it may know, and no more', async () => {
    const to = await subscribe();
    const foreign = dispute(++count);
    await center.record(
      foreign,
      '370402103-committee',
      registered({ custodian: '370402103-committee', place: '370402103' }),
    );
    const id = await newDispute();
    await to.receives([`${id}:1`]);
    expect(to.received.filter((each) => each.id.startsWith(foreign))).toEqual([]);
  });

  it.each([
    ['a mediator', { org: TOWNSHIP, role: 'mediator' }, 'role-not-allowed'],
    ['a township’s centre', { org: '370402102-center', role: 'center-officer' }, 'role-not-allowed'],
    ['an auditor', { org: '370402-center', role: 'auditor' }, 'role-not-allowed'],
  ])('are not for %s to make', async (_, who, code) => {
    const { body } = await center.send('POST', 'webhooks', { url: 'https://x.example', body: TOWNSHIP }, who);
    expect(body['code']).toBe(code);
  });

  it('are of one’s own district only', async () => {
    const { id, url } = await subscribe();
    const next: Who = { org: '370403-center', role: 'center-officer' };
    expect((await center.get('webhooks', next)).body['items']).toEqual([]);
    expect((await center.get(`webhooks/${id}`, next)).body['code']).toBe('webhook-unknown');
    expect((await center.send('DELETE', `webhooks/${id}`, {}, next)).body['code']).toBe('webhook-unknown');
    const { body } = await center.send('POST', 'webhooks', { url: `${url}/2`, body: TOWNSHIP }, next);
    expect(body['code']).toBe('body-of-another-district');
  });

  it.each([
    ['no address', { url: 'x', body: TOWNSHIP }, 'invalid-input', '/url'],
    ['another way to send', { url: 'ftp://x.example', body: TOWNSHIP }, 'invalid-input', '/url'],
    ['no body', { url: 'https://x.example', body: 'x' }, 'invalid-input', '/body'],
    [
      'a body that nobody knows',
      { url: 'https://x.example', body: '370402103-committee' },
      'body-not-in-directory',
      '/body',
    ],
    ['a type that is none', { url: 'https://x.example', body: TOWNSHIP, types: ["x'"] }, 'invalid-input', '/types/0'],
  ])('are not made with %s', async (_, wanted, code, pointer) => {
    const { body } = await center.send('POST', 'webhooks', wanted, OFFICER);
    expect([body['code'], (body['errors'] as unknown as { pointer: string }[])[0]!.pointer]).toEqual([code, pointer]);
  });

  it('are known to rest by the ready answer, which stays well', async () => {
    const owner = new Client({ connectionString: center.database.ownerUrl });
    await owner.connect();
    const ready = async () => {
      const { status, body } = await center.get('/health/ready', 'nobody');
      return [status, (body['views'] as { webhooks?: string }).webhooks];
    };
    const becomes = (wanted: string) =>
      eventually(`it says ${wanted}`, async () => {
        const [status, webhooks] = await ready();
        return webhooks === wanted ? status : notYet(webhooks);
      });
    await owner.query('ALTER TABLE webhooks.checkpoint RENAME TO gone');
    expect(await becomes('42P01')).toBe(200);
    await owner.query('ALTER TABLE webhooks.gone RENAME TO checkpoint');
    expect(await becomes('ok')).toBe(200);
    await owner.end();
  });

  it('say so where there is none', async () =>
    expect((await center.get('webhooks/c0000000-0000-4000-8000-000000000000')).body['code']).toBe('webhook-unknown'));

  it('never reach a private address unless that is allowed, whatever its name', async () => {
    const to = await openReceiver();
    receivers.push(to);
    const tried = (url: string): Promise<Answered> =>
      post(new URL(url), {}, '{}', { timeoutMs: 2_000, allowPrivate: false });
    const { port } = new URL(to.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433'])
      expect([host, (await tried(`http://${host}:${port}/`)).error]).toEqual([host, 'private-address']);
    expect(to.received).toEqual([]);
  });
});
