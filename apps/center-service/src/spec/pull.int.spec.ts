import { rebuild } from '@mediation/projecting/postgres';
import { describeWithPostgres } from '@mediation/testing';
import { contextOf, readerOf } from '../views/contexts';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { accepted, registered, TOWNSHIP } from './story';

const TOLD = { type: 'RoutesTold', data: { routes: ['litigation'] } } as const;
const dispute = (n: number) => `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const COMMITTEE: Who = { org: TOWNSHIP, role: 'mediator' };

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly cursor: string;
  readonly more: boolean;
}

describeWithPostgres('the feed by pages', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
  });
  afterAll(() => center.close());

  const pull = async (query: string, who?: Who) => (await center.get(`feed?${query}`, who)).body as unknown as Page;
  const idsOf = ({ items }: Page) => items.map(({ id }) => id);

  it('loses nothing, skips nothing and keeps the order, while many write', async () => {
    const disputes = Array.from({ length: 8 }, (_, n) => dispute(n));
    const writes = Promise.all(
      disputes.map(async (id) => {
        await center.record(id, TOWNSHIP, registered({ custodian: TOWNSHIP }), accepted({ body: TOWNSHIP }));
        for (let n = 0; n < 10; n += 1) await center.record(id, TOWNSHIP, TOLD);
      }),
    );
    const pulled: string[] = [];
    let cursor = '';
    while (pulled.length < 96) {
      const page = await pull(`limit=7${cursor && `&cursor=${cursor}`}`);
      pulled.push(...idsOf(page));
      ({ cursor } = page);
    }
    await writes;
    await center.caughtUp();
    expect(pulled).toHaveLength(96);
    expect(new Set(pulled).size).toBe(96);
    for (const id of disputes)
      expect(pulled.filter((each) => each.startsWith(id))).toEqual(Array.from({ length: 12 }, (_, n) => `${id}:${n}`));
    // Read again from the beginning, it is the very same.
    expect(idsOf(await pull('limit=1000'))).toEqual(pulled);
    expect(await pull(`cursor=${cursor}`)).toEqual({ items: [], cursor, more: false });
  });

  it('goes on from a cursor over a rebuild of the timeline', async () => {
    const { cursor } = await pull('limit=20', COMMITTEE);
    const before = await pull(`limit=1000&cursor=${cursor}`, COMMITTEE);
    const context = contextOf('timeline')!;
    const rebuilt = await rebuild({
      ownerUrl: center.database.ownerUrl,
      events: center.journal,
      projection: context.projections.find(({ name }) => name === 'timeline')!,
      reader: readerOf(context),
    });
    expect(rebuilt).toMatchObject({ differences: [] });
    expect(await pull(`limit=1000&cursor=${cursor}`, COMMITTEE)).toEqual(before);
    await center.record(dispute(0), TOWNSHIP, TOLD);
    await center.caughtUp();
    expect(idsOf(await pull(`cursor=${before.cursor}`, COMMITTEE))).toEqual([`${dispute(0)}:12`]);
  });

  it('keeps a place that an empty page gave, for who may see little', async () => {
    const foreign: Who = { org: '370402103-committee', role: 'mediator' };
    const nothing = await pull('limit=5', foreign);
    expect([nothing.items, nothing.more]).toEqual([[], false]);
    expect(nothing.cursor).toBe((await pull('limit=1000')).cursor);
  });

  it('remembers how far a consumer of a body has come', async () => {
    expect((await center.get('feed?consumer=warehouse', COMMITTEE)).body['code']).toBe('consumer-unknown');
    const first = await pull('limit=3', COMMITTEE);
    const { body } = await center.send('PUT', 'feed/consumers/warehouse', { cursor: first.cursor }, COMMITTEE);
    expect(body).toEqual({ name: 'warehouse', cursor: first.cursor, acknowledgedAt: expect.any(String) as unknown });
    const next = await pull('consumer=warehouse&limit=2', COMMITTEE);
    expect(idsOf(next)).toEqual(idsOf(await pull(`cursor=${first.cursor}&limit=2`, COMMITTEE)));
    const { items } = await pull(`cursor=${first.cursor}&limit=1000`, COMMITTEE);
    const listed = [{ ...body, body: { body: TOWNSHIP, name: '示例镇调委会' }, behind: items.length }];
    for (const who of [COMMITTEE, SUPERVISOR])
      expect((await center.get('feed/consumers', who)).body['items']).toEqual(listed);
    for (const org of ['370402102-center', '370403-center'])
      expect((await center.get('feed/consumers', { org, role: 'center-officer' })).body['items']).toEqual([]);
    // Another body's of the same name is another.
    expect((await center.get('feed?consumer=warehouse')).body['code']).toBe('consumer-unknown');
  });

  it.each(['x', '', 'ZmVlZDEgeA', Buffer.from('feed1 1.02.3').toString('base64url')])(
    'refuses another cursor: %p',
    async (cursor) => {
      const { status, body } = await center.get(`feed?cursor=${cursor}`);
      expect([status, body['code'], (body['errors'] as unknown as { pointer: string }[])[0]!.pointer]).toEqual([
        400,
        'invalid-input',
        '/cursor',
      ]);
    },
  );
});
