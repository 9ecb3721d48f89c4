import fc from 'fast-check';
import { inMemoryJournal, Memory } from '@mediation/event-store/in-memory';
import { StoreUnavailable, type EventStore, type StoredEvent } from '@mediation/event-store/port';
import type { ReceivedMessage } from '@mediation/messaging/port';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { Client } from 'pg';
import { openRecorder, type Recorder } from '../index';
import { chainOf, contentsOf, delivery, newStream, received, withoutPosition } from './journal.fixture';

const seed = Date.now() % 2 ** 31;
const RUNS = 40;

/** What a broker and a machine may do with the messages of one partition. */
type Act =
  | { readonly kind: 'deliver'; readonly from: number; readonly to: number }
  /** One message comes again by itself, to a member that has seen later ones of its stream. */
  | { readonly kind: 'one-again'; readonly which: number }
  /** Two members hold the partition for a moment. */
  | { readonly kind: 'deliver-to-both'; readonly from: number; readonly to: number }
  /** The appends are durable, and the process dies before it has said so. */
  | { readonly kind: 'die-after-append'; readonly from: number; readonly to: number }
  | { readonly kind: 'restart' };

const slice = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    slice.map((range) => ({ kind: 'deliver' as const, ...range })),
    slice.map((range) => ({ kind: 'deliver-to-both' as const, ...range })),
    slice.map((range) => ({ kind: 'die-after-append' as const, ...range })),
    fc.double({ min: 0, max: 1, noNaN: true }).map((which) => ({ kind: 'one-again' as const, which })),
    fc.constant({ kind: 'restart' as const }),
  ),
  { maxLength: 12 },
);
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
/** Where each message goes instead of its own place: most stay, some are late. */
const delays = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 3, 20), { minLength: 60, maxLength: 60 });

const outOfOrder = <T>(items: readonly T[], by: readonly number[]): T[] =>
  items
    .map((item, n) => ({ item, at: n + by[n % by.length]! }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** The streams' events mixed as a journal with many writers has them. */
const mixed = (streams: readonly (readonly StoredEvent[])[]): StoredEvent[] =>
  Array.from({ length: 9 }, (_, revision) => streams.flatMap((events) => events[revision] ?? [])).flat();

class World {
  private readonly memory = new Memory();
  readonly store = inMemoryJournal(this.memory);
  private readonly others: EventStore[] = [];
  private recorders: Recorder[];

  constructor(private readonly databaseUrl: string) {
    this.recorders = [this.open(), this.open()];
  }

  private open(store: EventStore = this.client()): Recorder {
    return openRecorder({ store, databaseUrl: this.databaseUrl });
  }

  private client(): EventStore {
    const store = inMemoryJournal(this.memory);
    this.others.push(store);
    return store;
  }

  async act(act: Act, messages: readonly ReceivedMessage[]): Promise<void> {
    if (act.kind === 'restart') return this.restart();
    if (act.kind === 'one-again') return this.oneAgain(act.which, messages);
    const [from, to] = [act.from, act.to].map((share) => Math.round(share * messages.length)) as [number, number];
    const batch = messages.slice(Math.min(from, to), Math.max(from, to));
    if (act.kind === 'die-after-append') return this.dieAfterAppend(batch);
    const members = act.kind === 'deliver' ? this.recorders.slice(0, 1) : this.recorders;
    await Promise.all(members.map((recorder) => this.deliver(recorder, batch)));
  }

  /** After everything, so that the member has the tails of the streams in memory, and not their beginnings. */
  private async oneAgain(which: number, messages: readonly ReceivedMessage[]): Promise<void> {
    const recorder = this.recorders[0]!;
    await this.deliver(recorder, messages);
    const n = Math.min(Math.floor(which * messages.length), messages.length - 1);
    await this.deliver(recorder, messages.slice(n, n + 1));
  }

  async deliver(recorder: Recorder, batch: readonly ReceivedMessage[]): Promise<void> {
    expect(await recorder.handle(batch, delivery)).toEqual({ count: batch.length });
  }

  deliverAll(messages: readonly ReceivedMessage[]): Promise<void> {
    return this.deliver(this.recorders[0]!, messages);
  }

  private async restart(): Promise<void> {
    await Promise.all(this.recorders.map((recorder) => recorder.close()));
    this.recorders = [this.open(), this.open()];
  }

  private async dieAfterAppend(batch: readonly ReceivedMessage[]): Promise<void> {
    const store = this.client();
    const mortal: EventStore = {
      ...store,
      readStream: (...args) => store.readStream(...args),
      append: async (...args) => {
        await store.append(...args);
        throw new StoreUnavailable('died');
      },
    };
    const recorder = this.open(mortal);
    const { count } = await recorder.handle(batch, delivery);
    expect(count).toBeLessThanOrEqual(batch.length);
    await recorder.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.recorders.map((recorder) => recorder.close()));
    await Promise.all([this.store, ...this.others].map((store) => store.close()));
  }
}

describeWithPostgres(`whatever is delivered how often and in what order (seed ${seed})`, () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const openRows = async (streams: readonly string[]): Promise<string[]> => {
    const sql = `SELECT claimed_hash AS hash FROM recorder.quarantine
      WHERE stream = ANY ($1) AND state IN ('held', 'quarantined') ORDER BY stream, revision, claimed_hash`;
    return (await client.query<{ hash: string }>(sql, [streams])).rows.map(({ hash }) => hash);
  };
  const witnessed = async (streams: readonly string[]): Promise<number> => {
    const sql = 'SELECT count(*)::int AS count FROM recorder.witness WHERE stream = ANY ($1)';
    return (await client.query<{ count: number }>(sql, [streams])).rows[0]!.count;
  };

  const play = async (
    { given, came, schedule }: { given: StoredEvent[][]; came: StoredEvent[]; schedule: readonly Act[] },
    check: (store: EventStore, streams: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const world = new World(database.appUrl);
    try {
      const messages = came.map((event) => received(event));
      for (const act of schedule) await world.act(act, messages);
      await world.deliverAll(messages);
      await check(
        world.store,
        given.map((events) => events[0]!.stream),
      );
    } finally {
      await world.close();
    }
  };

  it('the store equals the journal, nothing doubled, nothing lost, nothing left waiting', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, delays, acts, async (sizes, late, schedule) => {
        const given = sizes.map((size) =>
          chainOf(
            newStream(),
            Array.from({ length: size }, (_, n) => `${n}`),
          ),
        );
        await play({ given, came: outOfOrder(mixed(given), late), schedule }, async (store, streams) => {
          for (const events of given)
            expect(await contentsOf(store, events[0]!.stream)).toEqual(withoutPosition(events));
          expect(await openRows(streams)).toEqual([]);
          expect(await witnessed(streams)).toBe(given.flat().length);
        });
      }),
      { seed, numRuns: RUNS },
    );
  });

  it('what belongs to another history, or misses something, sits in quarantine, and all else is recorded', async () => {
    const forged = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), fc.nat()), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lengths, delays, acts, forged, async (sizes, late, schedule, forgeries) => {
        const given = sizes.map((size) =>
          chainOf(
            newStream(),
            Array.from({ length: size }, (_, n) => `${n}`),
          ),
        );
        // The last stream misses an event for ever, if it has one to miss.
        const cut = given.at(-1)!;
        const missing = Math.floor(cut.length / 2);
        const lost = cut.slice(missing + 1);
        const came = mixed(given).filter((event) => event !== cut[missing] || cut.length === 1);
        const strangers = forgeries.map(([n, revision, place]) => {
          const [{ stream }] = given[n % given.length]! as [StoredEvent];
          const [stranger] = chainOf(stream, ['forged'], { ...cut[0]!, revision, hash: '7'.repeat(64) });
          came.splice(place % (came.length + 1), 0, stranger!);
          return stranger!;
        });
        await play({ given, came: outOfOrder(came, late), schedule }, async (store, streams) => {
          for (const events of given) {
            const recorded = events === cut && cut.length > 1 ? events.slice(0, missing) : events;
            expect(await contentsOf(store, events[0]!.stream)).toEqual(withoutPosition(recorded));
          }
          const apart = cut.length > 1 ? [...strangers, ...lost] : strangers;
          expect((await openRows(streams)).toSorted()).toEqual(apart.map(({ hash }) => hash).toSorted());
        });
      }),
      { seed, numRuns: RUNS },
    );
  });
});
