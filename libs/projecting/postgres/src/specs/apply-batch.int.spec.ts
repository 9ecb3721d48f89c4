import type { EventToAppend, StoredEvent } from '@mediation/event-store/port';
import { applyBatch, ViewBehind, ViewUnknown, type ViewGroup } from '@mediation/projecting/engine';
import { describeWithPostgres } from '@mediation/testing';
import { added, event, tally, tallyReader, tallyWorld, type RecordedTally, type TallyWorld } from './tally.fixture';

describeWithPostgres('applying a batch', () => {
  let world: TallyWorld;
  let group: ViewGroup<RecordedTally>;
  beforeEach(async () => {
    world = await tallyWorld();
    group = { views: world.views, projections: [tally(), tally({ name: 'second_tally' })], reader: tallyReader };
  });
  afterEach(() => world.close());

  const record = async (stream: string, ...events: readonly EventToAppend[]): Promise<readonly StoredEvent[]> => {
    const before = await world.journal.head();
    await world.journal.append(stream, events, 'any');
    return world.journal.readAll({ after: before, limit: 1_000 });
  };
  const parkedStreams = async () =>
    (await world.views.parked()).map(({ view, stream, revision, code }) => ({ view, stream, revision, code }));

  it('writes rows and checkpoint of every view together', async () => {
    const events = await record('tally-a', added(2), added(3));
    expect(await applyBatch(group, { events, after: undefined })).toEqual({ parked: [], stale: [] });
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 5, last: 1 }]);
    expect(await world.rows('second_tally')).toEqual(await world.rows());
    expect(await world.checkpoint()).toBe(events[1]?.position);
    expect(await world.checkpoint('second_tally')).toBe(events[1]?.position);
  });

  it('is harmless a second time', async () => {
    const events = await record('tally-a', added(2), event('Doubled'));
    await applyBatch(group, { events, after: undefined });
    await applyBatch(group, { events, after: undefined });
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 4, last: 1 }]);
  });

  it('takes from a batch only what a view has not had', async () => {
    const events = await record('tally-a', added(1), added(10), added(100));
    await applyBatch(group, { events: events.slice(0, 2), after: undefined });
    await applyBatch(group, { events, after: undefined });
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 111, last: 2 }]);
  });

  it('removes a row that is no more, and makes it anew', async () => {
    await applyBatch(group, { events: await record('tally-a', added(1), event('Removed')), after: undefined });
    expect(await world.rows()).toEqual([]);
    const after = await world.journal.head();
    await applyBatch(group, { events: await record('tally-a', added(7)), after });
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 7, last: 2 }]);
    const again = await world.journal.head();
    await applyBatch(group, { events: await record('tally-a', event('Removed')), after: again });
    expect(await world.rows()).toEqual([]);
  });

  it('leaves nothing behind when it is cut off in the middle', async () => {
    const events = await record('tally-a', added(1));
    const views = {
      statuses: () => world.views.statuses(),
      parked: () => world.views.parked(),
      transact: <T>(work: Parameters<typeof world.views.transact<T>>[0]) =>
        world.views.transact(async (transaction) => {
          await work(transaction);
          throw new Error('cut off');
        }),
    };
    await expect(applyBatch({ ...group, views }, { events, after: undefined })).rejects.toThrow('cut off');
    expect(await world.rows()).toEqual([]);
    expect(await world.checkpoint()).toBeNull();
    await applyBatch(group, { events, after: undefined });
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 1, last: 0 }]);
  });

  it('parks the stream of a poison event, as it was before it, and goes on with the others', async () => {
    const poison = await record('tally-a', added(1), event('Unheard'), added(5));
    const reducerThrows = await record('tally-b', event('Doubled'), added(5));
    const sound = await record('tally-c', added(3));
    const { parked } = await applyBatch(group, { events: [...poison, ...reducerThrows, ...sound], after: undefined });
    expect(parked).toHaveLength(4);
    expect(await world.rows()).toEqual([
      { key: 'tally-a', total: 1, last: 0 },
      { key: 'tally-c', total: 3, last: 0 },
    ]);
    const after = sound[0]?.position;
    await applyBatch(group, { events: await record('tally-a', added(50)), after });
    expect((await world.rows())[0]).toEqual({ key: 'tally-a', total: 1, last: 0 });
    const expected = ['second_tally', 'tally'].flatMap((view) => [
      { view, stream: 'tally-a', revision: 1, code: 'unreadable-event' },
      { view, stream: 'tally-b', revision: 0, code: 'reducer-failed' },
    ]);
    expect(await parkedStreams()).toEqual(expected);
    expect((await world.views.statuses()).map(({ name, parked: count }) => [name, count])).toContainEqual(['tally', 2]);
  });

  it('finds the event whose row the database refuses, and parks only its stream in that view', async () => {
    await world.owner.query('ALTER TABLE views.second_tally_1 ADD CHECK (total <> 13)');
    const events = [
      ...(await record('tally-a', added(1), added(2), added(4))),
      ...(await record('tally-b', added(6), added(7))),
      ...(await record('tally-c', added(8))),
    ];
    const { parked } = await applyBatch(group, { events, after: undefined });
    expect(parked.map(({ view, stream, revision, code }) => ({ view, stream, revision, code }))).toEqual([
      { view: 'second_tally', stream: 'tally-b', revision: 1, code: 'row-refused-23514' },
    ]);
    expect(await world.rows()).toEqual([
      { key: 'tally-a', total: 7, last: 2 },
      { key: 'tally-b', total: 13, last: 1 },
      { key: 'tally-c', total: 8, last: 0 },
    ]);
    expect(await world.rows('second_tally')).toEqual([
      { key: 'tally-a', total: 7, last: 2 },
      { key: 'tally-b', total: 6, last: 0 },
      { key: 'tally-c', total: 8, last: 0 },
    ]);
    expect(await world.checkpoint('second_tally')).toBe(events.at(-1)?.position);
  });

  it('refuses to leave a gap', async () => {
    const [first, second] = await record('tally-a', added(1), added(2));
    await expect(applyBatch(group, { events: [second!], after: first!.position })).rejects.toThrow(ViewBehind);
    expect(await world.rows()).toEqual([]);
  });

  it('leaves a view of another version alone', async () => {
    const newer = { ...group, projections: [tally({ version: 2 }), tally({ name: 'second_tally' })] };
    const events = await record('tally-a', added(1));
    expect(await applyBatch(newer, { events, after: undefined })).toEqual({ parked: [], stale: ['tally'] });
    expect(await world.rows()).toEqual([]);
    expect(await world.checkpoint()).toBeNull();
    expect(await world.rows('second_tally')).toHaveLength(1);
  });

  it('says which view the database lacks', async () => {
    const events = await record('tally-a', added(1));
    const unknown = { ...group, projections: [tally({ name: 'third_tally' })] };
    await expect(applyBatch(unknown, { events, after: undefined })).rejects.toEqual(new ViewUnknown(['third_tally']));
  });

  it('counts each event once when many apply the same batches at the same time', async () => {
    const events = await record('tally-a', ...Array.from({ length: 40 }, () => added(1)));
    const one = async () => {
      for (let from = 0; from < events.length; from += 4) {
        const after = events[from - 1]?.position;
        await applyBatch(group, { events: events.slice(from, from + 4), after });
      }
    };
    await Promise.all([one(), one(), one()]);
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 40, last: 39 }]);
  });
});
