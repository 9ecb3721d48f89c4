import type { DisputeEvent } from '@mediation/dispute/domain';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { Subscriptions } from '../webhooks/subscriptions.store';
import { accepted, offered, OFFICE, POLICE, registered, ROOM, takenOver, VILLAGE } from './story';

const ID = 'a0000000-0000-4000-8000-000000000001';
const AID = '370402-legal-aid-center';
const CLERK: Who = { org: ROOM, role: 'court-clerk' };
const MEDIATOR: Who = { org: VILLAGE, role: 'mediator' };

const opened = registered({
  source: 'court',
  custodian: ROOM,
  parties: [
    { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
    { id: 'p2', kind: 'natural-person', role: 'respondent', minor: true },
  ],
  personal: { p1: { name: '甲某某' }, p2: { name: '乙小明' }, file: { text: '滴水纠纷' } },
});
const inMediation: readonly DisputeEvent[] = [
  accepted(),
  { type: 'MediatorAppointed', data: { proceeding: 1, mediator: 'm1', how: 'assigned' } },
  {
    type: 'SessionHeld',
    data: { proceeding: 1, session: 1, heldOn: '2025-03-09', attended: ['p1', 'p2'], personal: {} },
  },
  {
    type: 'AgreementReached',
    data: { agreement: 1, proceeding: 1, form: 'written', extent: 'full', obligations: [], personal: {} },
  },
  { type: 'LegalAidApplied', data: { aid: 1, party: 'p1', center: AID, appliedOn: '2025-03-09' } },
  offered(POLICE, { handoff: 'h2', kind: 'police-link' }),
];

/** What a court is told of that dispute, however it is told. */
const COURTS_OWN = ['DisputeRegistered', 'HandoffOffered', 'CustodyMoved', 'DisputeAccepted', 'MediatorAppointed'];

describeWithPostgres('what the centre shows from behind the evidence firewall', () => {
  let center: TestCenter;
  /** By the path they were sent to. */
  const pushed: Record<string, object[]> = { '/court': [], '/village': [] };
  const receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      pushed[request.url!]!.push(JSON.parse(text) as object);
      response.writeHead(204).end();
    });
  });
  beforeAll(async () => {
    center = await openTestCenter();
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    const wanted = { types: null, division: null, description: '' };
    for (const [path, body] of Object.entries({ court: ROOM, village: VILLAGE }))
      await center.app
        .get(Subscriptions)
        .add({ ...wanted, url: `http://127.0.0.1:${port}/${path}`, body }, SUPERVISOR.org);
    await center.record(ID, ROOM, opened, offered(VILLAGE, { kind: 'court-link', from: ROOM }));
    await center.record(ID, VILLAGE, ...takenOver(VILLAGE, ROOM), ...inMediation);
    await center.caughtUp();
  });
  afterAll(async () => {
    await center.close();
    await new Promise((resolve) => void receiver.close(resolve).closeAllConnections());
  });

  const bodyFor = async (who: Who) =>
    (await center.get(`disputes/${ID}`, who)).body as unknown as {
      timeline: readonly { type: string }[];
      handoffs: readonly { id: string }[];
      clocks: readonly { rule: string }[];
      parties: readonly { name: string }[];
    };

  it('is a court’s own timeline: no session, no draft, nobody else’s business', async () => {
    const { timeline, handoffs, clocks } = await bodyFor(CLERK);
    expect(timeline.map(({ type }) => type)).toEqual([
      'DisputeRegistered',
      'HandoffOffered',
      'HandoffAccepted',
      'CustodyMoved',
      'DisputeAccepted',
      'MediatorAppointed',
    ]);
    expect(handoffs.map(({ id }) => id)).toEqual(['h1']);
    expect(clocks.map(({ rule }) => rule)).toEqual(['referral-reply', 'people-mediation-month']);
  });

  it('is everything to who mediates', async () => {
    const { timeline, handoffs, clocks } = await bodyFor(MEDIATOR);
    expect(timeline.length).toBe(10);
    expect(handoffs.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(clocks.map(({ rule }) => rule).sort()).toEqual([
      'legal-aid-decision',
      'people-mediation-month',
      'police-link-reply',
      'referral-reply',
    ]);
  });

  it('names a minor to the body responsible, to others a label, and is not searched for one', async () => {
    expect((await bodyFor(MEDIATOR)).parties.map(({ name }) => name)).toEqual(['甲某某', '乙小明']);
    expect((await bodyFor(SUPERVISOR)).parties.map(({ name }) => name)).toEqual(['甲某某', '未成年人甲']);
    const found = async (q: string, who: Who) =>
      ((await center.get(`disputes?q=${encodeURIComponent(q)}`, who)).body['items'] as unknown as unknown[]).length;
    expect(await Promise.all([found('小明', MEDIATOR), found('小明', SUPERVISOR), found('甲某', SUPERVISOR)])).toEqual([
      1, 0, 1,
    ]);
  });

  it('is a court’s own feed', async () => {
    await center.app.listen(0, '127.0.0.1');
    const { port } = center.app.getHttpServer().address() as AddressInfo;
    const connection = new AbortController();
    const typesFor = async ({ org, role }: Who, last: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/center/v1/events`, {
        headers: { authorization: `Bearer ${org} ${role}`, 'last-event-id': '0.0.0' },
        signal: connection.signal,
      });
      let text = '';
      const read = (async () => {
        for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk;
      })().catch(() => undefined);
      const types = () => [...text.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
      const all = await eventually(`the feed told of ${last}`, () => (types().includes(last) ? types() : notYet(text)));
      return { all, read };
    };
    const court = await typesFor(CLERK, 'MediatorAppointed');
    const own = await typesFor(MEDIATOR, 'LegalAidApplied');
    connection.abort();
    await Promise.all([court.read, own.read]);
    expect(court.all).toEqual(COURTS_OWN);
    expect(own.all).toContain('SessionHeld');
  });

  it('is pushed and pulled as the feed tells it, and nothing besides', async () => {
    const pulled = async (who: Who) =>
      (await center.get('feed', who)).body['items'] as unknown as { data: { type: string } }[];
    const [court, own] = await Promise.all([pulled(CLERK), pulled(MEDIATOR)]);
    await eventually('everything is pushed', () =>
      pushed['/village']!.length >= own.length && pushed['/court']!.length >= court.length ? true : notYet(pushed),
    );
    expect(court.map(({ data }) => data.type)).toEqual(COURTS_OWN);
    expect(pushed['/court']).toEqual(court);
    expect(pushed['/village']).toEqual(own);
    expect(own.map(({ data }) => data.type)).toContain('SessionHeld');
  });

  it('is a board of their own handoffs to courts and police', async () => {
    const of = async (who: Who) =>
      ((await center.get('handoffs', who)).body['items'] as unknown as { id: string }[]).map(({ id }) => id).sort();
    expect(await of(CLERK)).toEqual(['h1']);
    expect(await of({ org: POLICE, role: 'police-officer' })).toEqual(['h2']);
    expect(await of(SUPERVISOR)).toEqual(['h1', 'h2']);
    expect(await of({ org: OFFICE, role: 'judicial-office-officer' })).toEqual(['h1', 'h2']);
  });
});
