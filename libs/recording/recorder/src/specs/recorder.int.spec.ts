import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { StoreUnavailable, type EventStore, type StoredEvent } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { ReceivedMessage } from '@mediation/messaging/port';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { Client } from 'pg';
import { openRecorder, type Recorder, type RecorderEvent } from '../index';
import {
  chainOf,
  contentsOf,
  delivery,
  newStream,
  OTHER_SOURCE,
  received,
  receivedAll,
  SOURCE,
  withoutPosition,
} from './journal.fixture';

describeWithPostgres('the recorder', () => {
  let database: TestDatabase;
  let client: Client;
  let store: EventStore;
  let recorder: Recorder;
  let told: RecorderEvent[];

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.appUrl });
    await client.connect();
    store = postgresJournal({ connectionString: database.appUrl });
  });
  beforeEach(() => {
    told = [];
    recorder = openRecorder({ store, databaseUrl: database.appUrl, onEvent: (event) => told.push(event) });
  });
  afterEach(() => recorder.close());
  afterAll(async () => {
    await Promise.all([client.end(), store.close()]);
    await database.drop();
  });

  const take = (...messages: readonly ReceivedMessage[]) => recorder.handle(messages, delivery);
  const takeAll = async (...events: readonly StoredEvent[]) =>
    expect(await take(...receivedAll(events))).toEqual({ count: events.length });
  const kept = async (stream: string): Promise<unknown[]> => {
    const sql = `SELECT state, reason, revision, claimed_hash AS hash FROM recorder.quarantine WHERE stream = $1 ORDER BY id`;
    return (await client.query<Record<string, unknown>>(sql, [stream])).rows;
  };
  const witnessed = async (stream: string): Promise<unknown[]> => {
    const sql =
      'SELECT source, revision, journal_position AS position FROM recorder.witness WHERE stream = $1 ORDER BY revision';
    return (await client.query<Record<string, unknown>>(sql, [stream])).rows;
  };
  const row = (state: string, reason: string, { revision, hash }: StoredEvent) => ({ state, reason, revision, hash });

  it('does not take the first event, come again by itself, for the next', async () => {
    const events = chainOf(newStream(), ['a', 'b', 'c']);
    await takeAll(...events);
    await takeAll(events[0]!);
    expect((await store.readStream(events[0]!.stream)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(recorder.counts).toMatchObject({ recorded: 3, duplicate: 1 });
  });

  it('records streams that are mixed in a batch, and where each event stood in its journal', async () => {
    const streams = Array.from({ length: 20 }, () => chainOf(newStream(), ['a', 'b', 'c', 'd']));
    const batch = [0, 1, 2, 3].flatMap((revision) => streams.map((events) => events[revision]!));
    await takeAll(...batch);
    for (const events of streams) {
      const [{ stream }] = events as [StoredEvent];
      expect(await contentsOf(store, stream)).toEqual(withoutPosition(events));
      expect(await witnessed(stream)).toEqual(
        events.map(({ revision, position }) => ({ source: SOURCE, revision, position })),
      );
    }
    expect(recorder.counts).toMatchObject({ recorded: 80, duplicate: 0 });
    expect(told).toEqual([]);
  });

  it('ignores what comes again, from memory and after a restart', async () => {
    const events = chainOf(newStream(), ['a', 'b', 'c']);
    const { stream } = events[0]!;
    await takeAll(...events.slice(0, 2));
    await takeAll(...events);
    await recorder.close();
    recorder = openRecorder({ store, databaseUrl: database.appUrl });
    await takeAll(...events);
    expect(recorder.counts).toMatchObject({ recorded: 0, duplicate: 3 });
    expect(await contentsOf(store, stream)).toEqual(withoutPosition(events));
    expect(await kept(stream)).toEqual([]);
  });

  it('holds what comes too early, tells of it, and releases it in order when the missing one comes', async () => {
    const events = chainOf(newStream(), ['a', 'b', 'c', 'd', 'e']);
    const [a, b, c, d, e] = events as [StoredEvent, StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    const other = chainOf(newStream(), ['x']);
    await takeAll(a, d, ...other, c);
    expect(await kept(a.stream)).toEqual([row('held', 'gap', d), row('held', 'gap', c)]);
    expect(await contentsOf(store, other[0]!.stream)).toEqual(withoutPosition(other));
    const place = { type: 'kept-apart', reason: 'gap', state: 'held', source: SOURCE, stream: a.stream };
    expect(told).toEqual([
      { ...place, revision: 3 },
      { ...place, revision: 2 },
    ]);
    await takeAll(d, e, b);
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition(events));
    expect(await kept(a.stream)).toEqual([
      row('released', 'gap', d),
      row('released', 'gap', c),
      row('released', 'gap', e),
    ]);
    expect(await witnessed(a.stream)).toHaveLength(5);
    expect(recorder.counts).toMatchObject({ recorded: 3, gap: 3, released: 3, duplicate: 1 });
  });

  it('puts a fork into quarantine, once, and records what follows the store’s chain', async () => {
    const own = chainOf(newStream(), ['a', 'b', 'c', 'd']);
    const [a, b, c, d] = own as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    const [b2, c2, d2, e2] = chainOf(a.stream, ['b2', 'c2', 'd2', 'e2'], a) as [
      StoredEvent,
      StoredEvent,
      StoredEvent,
      StoredEvent,
    ];
    await takeAll(a, b, c);
    await takeAll(b2, c2, d2, e2);
    await takeAll(b2, c2, d2, e2, d);
    const expected = [
      row('quarantined', 'fork', b2),
      row('quarantined', 'fork', c2),
      row('quarantined', 'broken-chain', d2),
      row('quarantined', 'broken-chain', e2),
    ];
    expect(await kept(a.stream)).toEqual(expected);
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition(own));
    expect(recorder.counts).toMatchObject({ recorded: 4, fork: 2, 'broken-chain': 2, gap: 0, duplicate: 4 });
    expect(await recorder.quarantined()).toMatchObject({ fork: 2, 'broken-chain': 2 });
  });

  it('records what waits behind a break all the same, once it follows', async () => {
    const own = chainOf(newStream(), ['a', 'b', 'c', 'd']);
    const [a, b, c, d] = own as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    const altered = { ...b, data: { content: 'altered' } };
    await takeAll(a, { ...altered, id: c.id, hash: c.hash }, d, c);
    await takeAll(b);
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition(own));
    expect((await kept(a.stream)).map((each) => (each as { state: string }).state)).toEqual([
      'quarantined',
      'released',
      'released',
    ]);
  });

  it('keeps apart what another journal says of a stream', async () => {
    const [a, b, c] = chainOf(newStream(), ['a', 'b', 'c']) as [StoredEvent, StoredEvent, StoredEvent];
    await takeAll(a);
    await recorder.close();
    recorder = openRecorder({ store, databaseUrl: database.appUrl });
    expect(await take(received(b, OTHER_SOURCE), received(a, OTHER_SOURCE), received(b), received(c))).toEqual({
      count: 4,
    });
    expect(await kept(a.stream)).toEqual([
      row('quarantined', 'foreign-source', b),
      row('quarantined', 'foreign-source', a),
    ]);
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition([a, b, c]));
    expect(new Set((await witnessed(a.stream)).map((each) => (each as { source: string }).source))).toEqual(
      new Set([SOURCE]),
    );
  });

  it('parks what no store could hold, after what came before it', async () => {
    const [a, b] = chainOf(newStream(), ['a', 'b']) as [StoredEvent, StoredEvent];
    const message = received(b);
    const reasons: [ReceivedMessage, string][] = [
      [{ ...message, body: Buffer.from('{') }, 'the body is not JSON of {data, metadata}'],
      [{ ...message, headers: {} }, 'header ce_specversion is missing or wrong'],
      [received({ ...b, data: { n: '\u0000' } }), 'text holds U+0000'],
      [received({ ...b, revision: 2 ** 31 }), 'the revision is beyond what a stream can have'],
      [received({ ...b, position: 'somewhere' }), 'not a position of an event store'],
      [received({ ...b, stream: `dispute-${'9'.repeat(300)}` }), 'a stream must have 1 to 255 characters'],
      [received(b, `/${'9'.repeat(300)}`), 'the source must have at most 255 characters'],
      [{ ...message, headers: { ...message.headers, other: '\u0000' } }, 'text holds U+0000'],
    ];
    for (const [unreadable, reason] of reasons) {
      const handled = await take(received(a), unreadable, received(b));
      expect(handled).toEqual({ count: 1, failure: { policy: 'park', reason } });
    }
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition([a]));
    expect(told).toEqual(reasons.map(([, reason]) => ({ type: 'unreadable', reason })));
  });

  it('counts exactly what is recorded while the store is away, and goes on where it stood', async () => {
    const [first, second, third] = [
      chainOf(newStream(), ['a', 'b']),
      chainOf(newStream(), ['a']),
      chainOf(newStream(), ['a']),
    ];
    let isAway = true;
    const flaky: EventStore = {
      ...inMemoryJournal(),
      append: async (...args) => {
        if (isAway && args[0] === second[0]!.stream) throw new StoreUnavailable('away');
        return store.append(...args);
      },
      readStream: (...args) => store.readStream(...args),
    };
    const another = openRecorder({ store: flaky, databaseUrl: database.appUrl });
    const batch = receivedAll([...first, ...second, ...third]);
    const failure = { policy: 'retry', reason: 'store-unavailable' };
    expect(await another.handle(batch, delivery)).toEqual({ count: 2, failure });
    isAway = false;
    expect(await another.handle(batch.slice(2), { ...delivery, attempt: 2 })).toEqual({ count: 2 });
    expect(another.counts).toMatchObject({ recorded: 4, duplicate: 1 });
    await another.close();
  });

  it('begins nothing more when its partition is taken away', async () => {
    const gone = new AbortController();
    gone.abort();
    const events = chainOf(newStream(), ['a']);
    const failure = { policy: 'retry', reason: 'interrupted' };
    expect(await recorder.handle(receivedAll(events), { attempt: 1, signal: gone.signal })).toEqual({
      count: 0,
      failure,
    });
    expect(await store.readStream(events[0]!.stream)).toEqual([]);
  });

  it('stops when the store holds another hash than was appended, and does not look healthy then', async () => {
    const wrong: EventStore = {
      ...inMemoryJournal(),
      append: (...args) => store.append(...args),
      readStream: async (...args) =>
        (await store.readStream(...args)).map((event) => ({ ...event, hash: 'f'.repeat(64) })),
    };
    const another = openRecorder({ store: wrong, databaseUrl: database.appUrl, onEvent: (event) => told.push(event) });
    await another.check();
    const events = chainOf(newStream(), ['a']);
    const reason = `the event store holds another hash than was appended: ${events[0]!.stream} at 0`;
    const stopped = { count: 0, failure: { policy: 'stop', reason } };
    expect(await another.handle(receivedAll(events), delivery)).toEqual(stopped);
    expect(await another.handle(receivedAll(chainOf(newStream(), ['a'])), delivery)).toEqual(stopped);
    await expect(another.check()).rejects.toThrow(reason);
    expect(told).toEqual([{ type: 'stopped', reason }]);
    await another.close();
  });

  it('retries while its database is away, naming no address', async () => {
    const nowhere = openRecorder({ store, databaseUrl: 'postgresql://u:secret@127.0.0.1:1/network' });
    const failure = { policy: 'retry', reason: "the recorder's database: no-connection" };
    expect(await nowhere.handle(receivedAll(chainOf(newStream(), ['a'])), delivery)).toEqual({ count: 0, failure });
    await expect(nowhere.check()).rejects.toThrow(failure.reason);
    await nowhere.close();
  });

  it('works beside another: of what both are given nothing is doubled, and what one holds the other releases', async () => {
    const another = openRecorder({ store, databaseUrl: database.appUrl });
    const streams = Array.from({ length: 30 }, () => chainOf(newStream(), ['a', 'b', 'c', 'd']));
    const early = receivedAll(streams.flatMap(([, , c, d]) => [c!, d!]));
    const missing = receivedAll(streams.flatMap(([a, b]) => [a!, b!]));
    await Promise.all([another.handle(early, delivery), take(...missing), another.handle(missing, delivery)]);
    for (const events of streams) {
      expect(await contentsOf(store, events[0]!.stream)).toEqual(withoutPosition(events));
      expect(await witnessed(events[0]!.stream)).toHaveLength(4);
      expect(
        (await kept(events[0]!.stream)).filter((each) => (each as { state: string }).state !== 'released'),
      ).toEqual([]);
    }
    await another.close();
  });

  it('releases what it held a moment after another had recorded the missing one', async () => {
    const events = chainOf(newStream(), ['a', 'b']);
    const [a, b] = events as [StoredEvent, StoredEvent];
    let meanwhile: (() => Promise<void>) | undefined = () => takeAll(a);
    const slow: EventStore = {
      ...inMemoryJournal(),
      append: (...args) => store.append(...args),
      readStream: async (...args) => {
        const seen = await store.readStream(...args);
        const other = meanwhile;
        meanwhile = undefined;
        await other?.();
        return seen;
      },
    };
    const another = openRecorder({ store: slow, databaseUrl: database.appUrl });
    expect(await another.handle([received(b)], delivery)).toEqual({ count: 1 });
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition(events));
    expect(await kept(a.stream)).toEqual([row('released', 'gap', b)]);
    await another.close();
  });

  it('may add and settle, and can neither change what came nor remove it', async () => {
    for (const sql of [
      'DELETE FROM recorder.quarantine',
      'TRUNCATE recorder.quarantine',
      `UPDATE recorder.quarantine SET body = ''`,
      `UPDATE recorder.quarantine SET claimed_hash = repeat('0', 64)`,
      'DELETE FROM recorder.witness',
      `UPDATE recorder.witness SET journal_position = '1.1.1'`,
      'UPDATE recorder.witness SET source = source',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
