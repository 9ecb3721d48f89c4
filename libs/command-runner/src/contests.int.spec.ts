import type { Journal } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import { createTestDatabase, describeWithPostgres, FixedClock, type TestDatabase } from '@mediation/testing';
import { randomUUID } from 'node:crypto';
import { commandRunner, type CommandRunner } from './command-runner';
import { counterAggregate, onCounter, opening, type CounterCommand, type CounterRefusal } from './counter.fixture';

type Run = CommandRunner<CounterCommand, CounterRefusal>;

const LIMIT = 1_000;
const add = (...by: readonly number[]) => ({ type: 'Add', by }) as const;
const newCounter = () => `counter-${randomUUID()}`;
const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));
const tally = (kinds: readonly string[]) =>
  Object.fromEntries([...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((each) => each === kind).length]));

describeWithPostgres('many at once, in two processes', () => {
  let database: TestDatabase;
  let journals: readonly Journal[];
  /** Each over pools of its own, as two processes have them. */
  let runners: readonly Run[];
  beforeAll(async () => {
    database = await createTestDatabase();
    journals = [1, 2].map(() => postgresJournal({ connectionString: database.appUrl }));
    const clock = new FixedClock();
    runners = journals.map((journal) =>
      commandRunner(counterAggregate({ id: 'rules@test', limit: LIMIT }), { journal, clock }),
    );
  });
  afterAll(async () => {
    await Promise.all(journals.map((journal) => journal.close()));
    await database.drop();
  });

  const runner = (n: number): Run => runners[n % runners.length]!;
  const read = (stream: string) => journals[0]!.readStream(stream);
  const sumOf = async (stream: string) =>
    (await read(stream)).reduce((sum, { data }) => sum + Number(data['by'] ?? 0), 0);
  const opened = async (by = 1): Promise<string> => {
    const stream = newCounter();
    await runner(0)(add(by), opening(stream));
    return stream;
  };

  it('lose no update: what is told done is there once, what is told contended is not there', async () => {
    const stream = await opened();
    const outcomes = await times(60, (n) => runner(n)(add(n + 1, 0), onCounter(stream)));
    expect(outcomes.filter(({ kind }) => kind !== 'done' && kind !== 'contended')).toEqual([]);
    const done = outcomes.flatMap((outcome, n) => (outcome.kind === 'done' ? [{ n, ...outcome }] : []));
    expect(done.length).toBeGreaterThanOrEqual(8);
    const stored = await read(stream);
    expect(stored).toHaveLength(1 + 2 * done.length);
    // Each was told the revision at which its own events lie.
    expect(done.map(({ n, answer }) => [n + 1, stored[answer.revision - 1]?.data])).toEqual(
      done.map(({ n }) => [n + 1, { by: n + 1 }]),
    );
    expect(new Set(stored.map(({ metadata }) => metadata['commandId'])).size).toBe(1 + done.length);
  });

  it('never pass a limit that each alone would keep', async () => {
    const stream = await opened(LIMIT - 10);
    const outcomes = await times(40, (n) => runner(n)(add(4), onCounter(stream)));
    // Nobody loses eight races of which only two can be won.
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ done: 2, refused: 38 });
    expect(await sumOf(stream)).toBe(LIMIT - 2);
  });

  it('with one If-Match: one wins, the others are told stale and where it is now', async () => {
    const stream = await opened();
    const outcomes = await times(30, (n) => runner(n)(add(1), onCounter(stream, { expectedRevision: 0 })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual(new Array(29).fill({ kind: 'stale', actual: 1 }));
    expect(await read(stream)).toHaveLength(2);
  });

  it.each([
    ['adds', (_: string) => ({})],
    ['names the revision', (_: string) => ({ expectedRevision: 0 })],
    ['opens a stream', (stream: string) => ({ creates: true, stream: `${stream}-new` })],
  ])('with one key, in both processes: one append, one answer; the command %s', async (_, change) => {
    for (let round = 0; round < 20; round += 1) {
      const stream = await opened();
      const idempotency = { key: randomUUID(), fingerprint: 'body' };
      const meta = onCounter(stream, { idempotency, ...change(stream) });
      const outcomes = await times(2, (n) => runner(n)(add(5), meta));
      const first = outcomes.find((outcome) => outcome.kind === 'done' && !outcome.replayed);
      expect(outcomes).toContainEqual({ ...first, replayed: true });
      expect((await read(meta.stream)).filter(({ data }) => data['by'] === 5)).toHaveLength(1);
      expect(await runner(0)(add(5), meta)).toEqual({ ...first, replayed: true });
    }
  });

  it('with one key, refused after the twin is done: the twin’s answer all the same', async () => {
    for (let round = 0; round < 20; round += 1) {
      const stream = await opened(LIMIT - 5);
      const meta = onCounter(stream, { idempotency: { key: randomUUID(), fingerprint: 'body' } });
      const outcomes = await times(2, (n) => runner(n)(add(5), meta));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
      expect(await sumOf(stream)).toBe(LIMIT);
    }
  });

  it('with one key and many bodies: one is done, no other is appended', async () => {
    const stream = await opened();
    const key = randomUUID();
    const outcomes = await times(20, (n) =>
      runner(n)(add(n + 1), onCounter(stream, { idempotency: { key, fingerprint: `body ${n}` } })),
    );
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ done: 1, 'in-flight': 18, 'key-reused': 1 });
    expect(await read(stream)).toHaveLength(2);
  });

  it('with one key and one body in one process: the others are told that it is in flight', async () => {
    const stream = await opened();
    const meta = onCounter(stream, { idempotency: { key: randomUUID(), fingerprint: 'body' } });
    const outcomes = await times(20, () => runner(0)(add(1), meta));
    const answer = { stream, revision: 1, detail: { events: 1 } };
    expect(outcomes[0]).toEqual({ kind: 'done', answer, replayed: false });
    expect(outcomes.slice(1)).toEqual(new Array(19).fill({ kind: 'in-flight' }));
    expect(await read(stream)).toHaveLength(2);
  });
});
