import { randomUUID } from 'node:crypto';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { anEvent, newStream, readOn, someEvents } from '@mediation/event-store/contract-tests';
import { StoreUnavailable, UnknownPosition, WrongExpectedRevision, type EventStore } from '@mediation/event-store/port';
import { eventually } from '@mediation/testing';
import { kurrentEventStore } from '../kurrent-event-store';
import type { KurrentServer } from './kurrent-server';

interface Bench {
  readonly start: () => Promise<KurrentServer>;
  readonly aPrefix: () => string;
  /** The server can be made to seem away. */
  readonly canCut: boolean;
}

const theirEvent = (type = 'their.event') => ({
  id: randomUUID(),
  contentType: 'application/json' as const,
  type,
  data: { theirs: true },
  metadata: { hash: 'none of ours' },
});

/** What only a server can show that others write to as well, past the store. */
export const sharingCases = ({ start, aPrefix, canCut }: Bench): void => {
  let server: KurrentServer;
  let others: KurrentDBClient;
  let prefix: string;
  let opened: EventStore[] = [];
  const open = (): EventStore => {
    const store = kurrentEventStore({ connectionString: server.connectionString, streamPrefix: prefix });
    opened.push(store);
    return store;
  };

  beforeAll(async () => {
    server = await start();
    others = KurrentDBClient.connectionString(server.connectionString);
  });
  beforeEach(() => {
    prefix = aPrefix();
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    opened = [];
  });
  afterAll(async () => {
    await others.dispose();
    await server.stop();
  });

  it('is empty where nothing of ours is', async () => {
    await others.appendToStream(`${aPrefix()}a`, theirEvent());
    await others.appendToStream(`${prefix}a`, theirEvent());
    const store = open();
    expect(await store.head()).toBeUndefined();
    expect(await store.readAll({ limit: 10 })).toEqual([]);
    expect(await store.readStream('a')).toEqual([]);
  });

  it('neither reads nor hands on what others keep: events, links, metadata of streams', async () => {
    const store = open();
    const stream = newStream();
    const seen: string[] = [];
    const errors: Error[] = [];
    const onBatch = async (batch: readonly { readonly id: string }[]) => void seen.push(...batch.map(({ id }) => id));
    store.subscribe({ batchSize: 2 }, { onBatch, onError: (error) => void errors.push(error) });
    const events = someEvents(5);
    for (const [n, event] of events.entries()) {
      await others.appendToStream(`${aPrefix()}${stream}`, theirEvent());
      await others.appendToStream(`${prefix}theirs`, [theirEvent(), theirEvent('$>')]);
      await others.setStreamMetadata(`${prefix}${stream}`, { cacheControl: n });
      await store.append(stream, [event], n === 0 ? 'none' : n - 1);
    }
    await others.appendToStream(`${prefix}theirs`, theirEvent());
    const ids = events.map(({ id }) => id);
    await eventually('all of ours are followed', () => (seen.length >= ids.length ? true : undefined));
    const all = await readOn(store, undefined, 2);
    expect([all.map(({ id }) => id), seen, errors]).toEqual([ids, ids, []]);
    expect(all.map((event) => event.stream)).toEqual(ids.map(() => stream));
    expect(await store.head()).toBe(all.at(-1)!.position);
    expect(await store.readStream(stream)).toEqual(all);
  });

  it('does not go on with a stream that somebody else has gone on with', async () => {
    const [store, fresh] = [open(), open()];
    const stream = newStream();
    await store.append(stream, someEvents(1), 'none');
    await others.appendToStream(`${prefix}${stream}`, theirEvent());
    await expect(fresh.append(stream, someEvents(1), 1)).rejects.toThrow('an event of somebody else');
    await expect(store.append(stream, someEvents(1), 'any')).rejects.toThrow('an event of somebody else');
  });

  it.each([
    ['the same', { n: 1 }],
    ['changed', { n: 2 }],
  ])('refuses an event under an id it has there, its content being %s, though it has not seen it', async (_, data) => {
    const [behind, ahead] = [open(), open()];
    const stream = newStream();
    await behind.append(stream, [anEvent({ n: 0 })], 'none');
    const event = anEvent({ n: 1 });
    await ahead.append(stream, [event], 0);
    // It still takes the stream to end at 0, and does not look before it appends.
    await expect(behind.append(stream, [{ ...event, data }], 0)).rejects.toEqual(
      new WrongExpectedRevision(stream, 0, 1),
    );
    expect((await ahead.readStream(stream)).map((stored) => stored.data)).toEqual([{ n: 0 }, { n: 1 }]);
  });

  it('does not know a position that the log has not reached', async () => {
    const store = open();
    await store.append(newStream(), someEvents(1), 'none');
    const after = '1.9000000000000000000.9000000000000000000';
    await expect(store.readAll({ after, limit: 1 })).rejects.toBeInstanceOf(UnknownPosition);
  });

  (canCut ? it : it.skip)(
    'is found when it comes, also by who came before it, and again after it was away',
    async () => {
      const { shut, reopen } = server.way!;
      const errors: Error[] = [];
      const seen: string[] = [];
      for (const events of [someEvents(2), someEvents(2)]) {
        await shut();
        const store = opened[0] ?? open();
        if (seen.length === 0) {
          const onBatch = async (batch: readonly { readonly id: string }[]) =>
            void seen.push(...batch.map(({ id }) => id));
          store.subscribe({}, { onBatch, onError: (error) => void errors.push(error) });
        }
        await expect(store.append(newStream(), events, 'none')).rejects.toBeInstanceOf(StoreUnavailable);
        for (const call of [store.head(), store.readStream('a'), store.readAll({ limit: 1 })]) {
          await expect(call).rejects.toBeInstanceOf(StoreUnavailable);
        }
        await reopen();
        const stream = newStream();
        await eventually('it takes an append', () => store.append(stream, events, 'none'));
        const ids = events.map(({ id }) => id);
        await eventually('it is read', async () => (await store.readStream(stream)).length === 2 || undefined);
        await eventually('it is followed', () => ids.every((id) => seen.includes(id)) || undefined);
      }
      expect([seen.length, errors]).toEqual([4, []]);
    },
  );
};
