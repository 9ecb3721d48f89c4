import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { seededRandom, type Random } from '@mediation/event-store/contract-tests';
import { comparePositions, prepareAppend, type EventToAppend, type StoredEvent } from '@mediation/event-store/port';
import { createTestDatabase, eventually, notYet, type TestDatabase } from '@mediation/testing';
import { callAppend } from './append-call';
import { postgresJournal } from './postgres-journal';

const EVENTS = Number(process.env['SOAK_EVENTS'] ?? 1_000_000);
const SEED = Number(process.env['SOAK_SEED'] ?? randomInt(2 ** 31));
const READERS = 8;
const WRITERS = 16;
const STREAMS_PER_WRITER = 200;
const APPENDS_PER_TRANSACTION = 20;
const LONGEST_HOLD_MS = 60;
const LONGEST_RUN_MS = 3_600_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const smallEvent = (n: number): EventToAppend => ({ id: randomUUID(), type: 'soaked.v1', data: { n }, metadata: {} });

/** What one writer has committed: the length of each of its streams. */
type Lengths = Map<string, number>;

class Writer {
  readonly committed: Lengths = new Map();
  private readonly client: Client;

  constructor(
    connectionString: string,
    private readonly name: number,
    private readonly random: Random,
  ) {
    this.client = new Client({ connectionString });
  }

  /** Transactions that stay open for a random time after the append, so that they commit in another order than they began. */
  async run(take: () => number): Promise<void> {
    await this.client.connect();
    for (let wanted = take(); wanted > 0; wanted = take()) {
      while (!(await this.transact(wanted)));
    }
    await this.client.end();
  }

  private async transact(count: number): Promise<boolean> {
    const appends = this.draw(count);
    await this.client.query('BEGIN');
    await callAppend(
      this.client,
      appends.map(({ stream, events }) => prepareAppend({ stream, expected: 'any' }, events)),
    );
    if (this.random() < 0.7) await delay(Math.floor(this.random() ** 3 * LONGEST_HOLD_MS));
    const commits = this.random() > 0.05;
    await this.client.query(commits ? 'COMMIT' : 'ROLLBACK');
    if (commits) for (const { stream, events } of appends) this.add(stream, events.length);
    return commits;
  }

  private draw(count: number): { stream: string; events: EventToAppend[] }[] {
    const streams = new Map<string, EventToAppend[]>();
    for (let n = 0; n < count; n += 1) {
      const nth = streams.size < APPENDS_PER_TRANSACTION ? Math.floor(this.random() * STREAMS_PER_WRITER) : undefined;
      const stream = nth === undefined ? [...streams.keys()][n % streams.size]! : `soak-${this.name}.${nth}`;
      streams.set(stream, [...(streams.get(stream) ?? []), smallEvent(n)]);
    }
    return [...streams].map(([stream, events]) => ({ stream, events }));
  }

  private add(stream: string, count: number): void {
    this.committed.set(stream, (this.committed.get(stream) ?? 0) + count);
  }
}

/** Sees to it that every stream comes without a gap or a repetition, and that the whole never goes back. */
class Reader {
  readonly lengths: Lengths = new Map();
  count = 0;
  fault: Error | undefined;
  private last = '1.0.0';
  private readonly journal;

  constructor(connectionString: string) {
    this.journal = postgresJournal({ connectionString, readPoolSize: 1, poolSize: 1, pollMs: { min: 1, max: 50 } });
    this.journal.subscribe(
      {},
      {
        onBatch: async (events) => events.forEach((event) => this.see(event)),
        onError: (error) => (this.fault = error),
      },
    );
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  private see({ stream, revision, position }: StoredEvent): void {
    const next = this.lengths.get(stream) ?? 0;
    if (revision !== next) throw new Error(`${stream}: revision ${revision} where ${next} comes next, at ${position}`);
    if (comparePositions(this.last, position) >= 0) throw new Error(`${position} came after ${this.last}`);
    this.lengths.set(stream, next + 1);
    this.last = position;
    this.count += 1;
  }
}

describe(`the global order under ${WRITERS} writers that commit out of order`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it(
    `loses none of ${EVENTS} events for ${READERS} readers that follow`,
    async () => {
      say(`种子 seed ${SEED} (SOAK_SEED)`);
      const random = seededRandom(SEED);
      const readers = Array.from({ length: READERS }, () => new Reader(database.appUrl));
      const writers = Array.from(
        { length: WRITERS },
        (_, n) => new Writer(database.appUrl, n, seededRandom(random() * 2 ** 31)),
      );
      let left = EVENTS;
      const take = (): number => {
        const count = Math.min(left, 1 + Math.floor(random() * 200));
        left -= count;
        return count;
      };
      const progress = setInterval(
        () => say(`已提交 begun ${EVENTS - left} · 已读 read ${readers.map(({ count }) => count).join(' ')}`),
        5_000,
      );
      try {
        await Promise.all(writers.map((writer) => writer.run(take)));
        await eventually(
          'every reader has read every event',
          () => {
            const fault = readers.find((reader) => reader.fault)?.fault;
            if (fault) return fault;
            return readers.every(({ count }) => count >= EVENTS) || notYet(readers.map(({ count }) => count));
          },
          { timeoutMs: LONGEST_RUN_MS, intervalMs: 200 },
        );
      } finally {
        clearInterval(progress);
        await Promise.all(readers.map((reader) => reader.close()));
      }
      expect(readers.map(({ fault }) => fault)).toEqual(new Array(READERS).fill(undefined));
      const committed = new Map(writers.flatMap((writer) => [...writer.committed]));
      expect([...committed.values()].reduce((sum, length) => sum + length)).toBe(EVENTS);
      for (const reader of readers) expect(reader.lengths).toEqual(committed);
    },
    LONGEST_RUN_MS,
  );
});
