import { postgresJournal } from '@mediation/event-store/postgres';
import type { EventStore, StoredEvent } from '@mediation/event-store/port';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { Client, escapeIdentifier } from 'pg';
import { openQuarantine, openRecorder, type Quarantine, type Recorder } from '../index';
import {
  anEvent,
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

const DECIDED = { by: 'operator', note: 'looked at' };

describeWithPostgres('the quarantine', () => {
  let network: TestDatabase;
  let store: EventStore;
  let recorder: Recorder;
  let quarantine: Quarantine;

  beforeAll(async () => {
    network = await createTestDatabase();
    store = postgresJournal({ connectionString: network.appUrl });
    recorder = openRecorder({ store, databaseUrl: network.appUrl });
    quarantine = openQuarantine({ store, databaseUrl: network.appUrl });
  });
  afterAll(async () => {
    await Promise.all([recorder.close(), quarantine.close()]);
    await store.close();
    await network.drop();
  });

  const takeAll = (...events: readonly StoredEvent[]) => recorder.handle(receivedAll(events), delivery);
  const rowOf = async ({ hash }: StoredEvent) =>
    (await quarantine.list(true)).find(({ claimedHash }) => claimedHash === hash)!;

  it('lists what waits, with where it came from and nothing of its content', async () => {
    const [a, , c] = chainOf(newStream(), ['a', 'b', 'c']) as [StoredEvent, StoredEvent, StoredEvent];
    const message = received(c);
    await recorder.handle([received(a), message], delivery);
    const row = (await quarantine.list(false)).find(({ stream }) => stream === a.stream)!;
    expect(row).toEqual({
      id: expect.stringMatching(/^\d+$/) as string,
      state: 'held',
      reason: 'gap',
      source: SOURCE,
      stream: a.stream,
      revision: 2,
      claimedHash: c.hash,
      topic: message.topic,
      partition: 0,
      offset: message.offset,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      resolution: undefined,
    });
    const found = await quarantine.find(row.id);
    expect(Buffer.from(found!.message.body)).toEqual(Buffer.from(message.body));
    expect(found!.message.headers).toEqual(message.headers);
  });

  it('keeps what was dismissed, with who decided, and does not take it up again', async () => {
    const own = chainOf(newStream(), ['a', 'b']);
    const fork = chainOf(own[0]!.stream, ['b2'], own[0]!)[0]!;
    await takeAll(...own, fork);
    const { id } = await rowOf(fork);
    expect(await quarantine.dismiss(id, DECIDED)).toEqual({ kind: 'resolved', released: 0 });
    expect(await quarantine.dismiss(id, DECIDED)).toEqual({ kind: 'settled-before' });
    expect(await quarantine.accept(id, DECIDED)).toEqual({ kind: 'settled-before' });
    await takeAll(fork);
    const { state, resolution } = await rowOf(fork);
    expect([state, resolution]).toEqual([
      'resolved',
      { decision: 'dismiss', ...DECIDED, at: expect.stringMatching(/Z$/) as string },
    ]);
    expect((await quarantine.list(false)).filter(({ stream }) => stream === fork.stream)).toEqual([]);
    expect(await contentsOf(store, fork.stream)).toEqual(withoutPosition(own));
    expect(await quarantine.dismiss('999999', DECIDED)).toEqual({ kind: 'unknown' });
    expect(await quarantine.accept('999999', DECIDED)).toEqual({ kind: 'unknown' });
  });

  it('accepts nothing that does not follow, and says how it stands', async () => {
    const own = chainOf(newStream(), ['a', 'b', 'c', 'd']);
    const [a, b, , d] = own as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    const [b2, c2] = chainOf(a.stream, ['b2', 'c2'], a) as [StoredEvent, StoredEvent];
    await takeAll(a, b, d, b2, c2);
    const reasons = await Promise.all(
      [d, b2, c2].map(async (event) => quarantine.accept((await rowOf(event)).id, DECIDED)),
    );
    expect(reasons).toEqual(['gap', 'fork', 'broken-chain'].map((reason) => ({ kind: 'not-following', reason })));
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition([a, b]));
    expect((await rowOf(d)).resolution).toBeUndefined();
  });

  it('accepts what another journal says when it follows, and goes on from there', async () => {
    const [a, b, c, d] = chainOf(newStream(), ['a', 'b', 'c', 'd']) as [
      StoredEvent,
      StoredEvent,
      StoredEvent,
      StoredEvent,
    ];
    await takeAll(a, d);
    await recorder.handle([received(b, OTHER_SOURCE), received(c, OTHER_SOURCE)], delivery);
    expect(await quarantine.accept((await rowOf(b)).id, DECIDED)).toEqual({ kind: 'resolved', released: 0 });
    expect(await recorder.handle([received(c, OTHER_SOURCE)], delivery)).toEqual({ count: 1 });
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition([a, b, c]));
    expect((await rowOf(b)).resolution).toMatchObject({ decision: 'accept', ...DECIDED });
    expect((await rowOf(d)).state).toBe('quarantined');
    expect(await quarantine.accept((await rowOf(d)).id, DECIDED)).toEqual({ kind: 'resolved', released: 0 });
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition([a, b, c, d]));
  });

  it('records what came first of an accepted event’s followers, too', async () => {
    const own = chainOf(newStream(), ['a', 'b', 'c', 'd']);
    const [a, b, c, d] = own as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    await takeAll(a, d, c);
    // Filled past the recorder, e.g. by an operator's own tool.
    await store.append(a.stream, [b], 0);
    expect(await quarantine.accept((await rowOf(c)).id, DECIDED)).toEqual({ kind: 'resolved', released: 1 });
    expect(await contentsOf(store, a.stream)).toEqual(withoutPosition(own));
    expect((await rowOf(d)).state).toBe('released');
  });
});

describeWithPostgres('a journal restored from an old backup', () => {
  it('goes on with other events: they are kept apart, and nothing in the event store changes', async () => {
    const [network, district] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const store = postgresJournal({ connectionString: network.appUrl });
    const recorder = openRecorder({ store, databaseUrl: network.appUrl });
    const backup = `${district.name}_backup`;
    const restoredUrl = new URL(district.appUrl);
    restoredUrl.pathname = `/${backup}`;
    /** The relay, as far as the recorder sees of it. */
    const relay = async (journal: EventStore): Promise<StoredEvent[]> => {
      const events = [...(await journal.readAll({ limit: 1_000 }))];
      expect(await recorder.handle(receivedAll(events), delivery)).toEqual({ count: events.length });
      return events;
    };
    const admin = new Client({ connectionString: network.superuserUrl });
    await admin.connect();
    try {
      const [stream, untouched] = [newStream(), newStream()];
      const before = postgresJournal({ connectionString: district.appUrl });
      await before.append(stream, [anEvent('registered'), anEvent('accepted')], 'none');
      await before.append(untouched, [anEvent('registered')], 'none');
      await before.close();
      await admin.query(`CREATE DATABASE ${escapeIdentifier(backup)} TEMPLATE ${escapeIdentifier(district.name)}`);
      await admin.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(backup)} TO mediation_app`);
      const lost = postgresJournal({ connectionString: district.appUrl });
      await lost.append(stream, [anEvent('session held'), anEvent('agreed'), anEvent('closed')], 1);
      await relay(lost);
      await lost.close();
      const recorded = await store.readAll({ limit: 1_000 });
      expect(recorded).toHaveLength(6);

      const restored = postgresJournal({ connectionString: restoredUrl.toString() });
      await restored.append(stream, ['refused', 'ended', 'reopened', 'agreed again'].map(anEvent), 1);
      await restored.append(untouched, [anEvent('accepted')], 0);
      const other = await relay(restored);
      await relay(restored);
      const expected = other
        .filter((event) => event.stream === stream && event.revision > 1)
        .map(({ revision, hash }) => ({
          state: 'quarantined',
          reason: revision < 5 ? 'fork' : 'broken-chain',
          revision,
          hash,
        }));
      const quarantine = openQuarantine({ store, databaseUrl: network.appUrl });
      const apart = await quarantine.list(false);
      expect(
        apart.map(({ state, reason, revision, claimedHash }) => ({ state, reason, revision, hash: claimedHash })),
      ).toEqual(expected);
      expect(expected.map(({ reason }) => reason)).toEqual(['fork', 'fork', 'fork', 'broken-chain']);
      await quarantine.close();
      // What the restored journal says rightly is recorded; what was there has not moved by a byte.
      const now = await store.readAll({ limit: 1_000 });
      expect(now.slice(0, 6)).toEqual(recorded);
      expect(now.slice(6).map((event) => [event.stream, event.revision])).toEqual([[untouched, 1]]);
      await restored.close();
    } finally {
      await recorder.close();
      await store.close();
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(backup)} WITH (FORCE)`);
      await admin.end();
      await Promise.all([network.drop(), district.drop()]);
    }
  });
});
