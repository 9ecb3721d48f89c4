import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { StoreUnavailable, type Journal } from '@mediation/event-store/port';
import { FixedClock } from '@mediation/testing';
import { commandRunner } from './command-runner';
import { CLERK, counterAggregate, newCommandId, onCounter, opening, STRANGER, withCalls } from './counter.fixture';

const NOW = '2025-03-01T09:00:00+08:00';
const add = (...by: readonly number[]) => ({ type: 'Add', by }) as const;
const COUNTER = 'counter-1';

let journal: Journal;
const runnerOver = (over: Journal) => commandRunner(counterAggregate(), { journal: over, clock: new FixedClock(NOW) });
const run: ReturnType<typeof runnerOver> = (command, meta) => runnerOver(journal)(command, meta);
const sums = async () => (await journal.readStream(COUNTER)).map(({ data }) => data['by']);

beforeEach(async () => {
  journal = inMemoryJournal();
  await run(add(1), opening(COUNTER));
});

describe('a command', () => {
  it('is decided on the state that was read, and its events are appended with who, when and by which rules', async () => {
    const commandId = newCommandId();
    const occurredAt = '2024-12-31T16:00:00+08:00';
    expect(await run(add(2, 3), onCounter(COUNTER, { commandId, occurredAt }))).toEqual({
      kind: 'done',
      answer: { stream: COUNTER, revision: 2, detail: { events: 2 } },
      replayed: false,
    });
    const stored = await journal.readStream(COUNTER, 1);
    const metadata = { occurredAt, recordedAt: NOW, command: 'Add', rules: 'rules@2024', actor: CLERK, commandId };
    expect(stored.map(({ revision, type, data, metadata: m }) => ({ revision, type, data, m }))).toEqual([
      { revision: 1, type: 'counter.added.v1', data: { by: 2 }, m: metadata },
      { revision: 2, type: 'counter.added.v1', data: { by: 3 }, m: metadata },
    ]);
  });

  it('happened now unless it says otherwise, under the rules of that day', async () => {
    await run(add(2), onCounter(COUNTER));
    expect((await journal.readStream(COUNTER, 1))[0]?.metadata).toMatchObject({ occurredAt: NOW, rules: 'rules@2025' });
    const tooMuchThen = onCounter(COUNTER, { occurredAt: '2024-06-01T09:00:00+08:00' });
    expect(await run(add(9), tooMuchThen)).toEqual({ kind: 'refused', refusal: 'too-much' });
    expect(await run(add(9), onCounter(COUNTER))).toMatchObject({ kind: 'done' });
  });

  it('that is refused appends nothing', async () => {
    await run({ type: 'Lock' }, onCounter(COUNTER));
    const head = await journal.head();
    expect(await run(add(1), onCounter(COUNTER))).toEqual({ kind: 'refused', refusal: 'locked' });
    expect(await journal.head()).toBe(head);
  });

  it('that changes nothing is done at the revision there is, and appends nothing', async () => {
    const head = await journal.head();
    const answer = { stream: COUNTER, revision: 0, detail: {} };
    expect(await run(add(), onCounter(COUNTER))).toEqual({ kind: 'done', answer, replayed: false });
    expect(await journal.head()).toBe(head);
  });

  it('that opens a stream reads nothing first', async () => {
    const deaf = withCalls(journal, { readStream: () => Promise.reject(new Error('read')) });
    expect(await runnerOver(deaf)(add(5), opening('counter-2'))).toMatchObject({ kind: 'done' });
  });

  it('names its events by its own id and their place, for ever', async () => {
    const commandId = '11111111-1111-4111-8111-111111111111';
    await run(add(2, 3), onCounter(COUNTER, { commandId }));
    const other = inMemoryJournal();
    await runnerOver(other)(add(2, 3), opening('counter-elsewhere', { commandId }));
    const ids = (await journal.readStream(COUNTER, 1)).map(({ id }) => id);
    expect((await other.readStream('counter-elsewhere')).map(({ id }) => id)).toEqual(ids);
    expect(ids).toEqual(['4cd37307-c1c0-50e2-bdf1-8baa352d0cff', 'dd2bf96f-a0a7-53b8-b834-2c320daef8a6']);
  });

  it('that the store cannot take is neither retried nor turned into an answer', async () => {
    let appends = 0;
    const broken = withCalls(journal, {
      append: () => {
        appends += 1;
        return Promise.reject(new StoreUnavailable('gone'));
      },
    });
    await expect(runnerOver(broken)(add(1), onCounter(COUNTER))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(appends).toBe(1);
  });
});

/** Lets another writer in between what was read and the append, the first so many times. */
const overtaken = (times: number) => {
  let left = times;
  const calls = { appends: 0 };
  const contested = withCalls(journal, {
    append: async (...append) => {
      calls.appends += 1;
      if (left > 0) {
        left -= 1;
        await run(add(100), onCounter(COUNTER));
      }
      return journal.append(...append);
    },
  });
  return { contested, calls };
};

describe('a lost race', () => {
  it('is decided again on the new state', async () => {
    const { contested, calls } = overtaken(3);
    expect(await runnerOver(contested)(add(7), onCounter(COUNTER))).toMatchObject({ answer: { revision: 4 } });
    expect(calls.appends).toBe(4);
    expect(await sums()).toEqual([1, 100, 100, 100, 7]);
  });

  it('may be refused on the new state', async () => {
    const locking = withCalls(journal, {
      append: async (...append) => {
        await run({ type: 'Lock' }, onCounter(COUNTER));
        return journal.append(...append);
      },
    });
    expect(await runnerOver(locking)(add(7), onCounter(COUNTER))).toEqual({ kind: 'refused', refusal: 'locked' });
  });

  it('is given up after eight of them, with nothing recorded', async () => {
    const { contested, calls } = overtaken(100);
    expect(await runnerOver(contested)(add(7), onCounter(COUNTER))).toEqual({ kind: 'contended' });
    expect(calls.appends).toBe(8);
    expect(await sums()).toEqual([1, ...new Array<number>(8).fill(100)]);
  });

  it('is never decided again when the caller named the revision', async () => {
    const { contested, calls } = overtaken(1);
    const meta = onCounter(COUNTER, { expectedRevision: 0 });
    expect(await runnerOver(contested)(add(7), meta)).toEqual({ kind: 'stale', actual: 1 });
    expect(calls.appends).toBe(1);
    expect(await sums()).toEqual([1, 100]);
  });
});

describe('If-Match', () => {
  it('that holds lets the command through', async () => {
    expect(await run(add(2), onCounter(COUNTER, { expectedRevision: 0 }))).toMatchObject({ answer: { revision: 1 } });
  });

  it.each([1, 7])('%p on revision 0 is stale, and nothing is appended', async (expectedRevision) => {
    expect(await run(add(2), onCounter(COUNTER, { expectedRevision }))).toEqual({ kind: 'stale', actual: 0 });
    expect(await sums()).toEqual([1]);
  });

  it('is compared before the command is decided, even if that would change nothing or be refused', async () => {
    await run({ type: 'Lock' }, onCounter(COUNTER));
    for (const command of [add(), add(1)])
      expect(await run(command, onCounter(COUNTER, { expectedRevision: 0 }))).toEqual({ kind: 'stale', actual: 1 });
  });

  it('tells nobody of a stream that is hidden from them', async () => {
    const hidden = { kind: 'refused', refusal: 'counter-unknown' };
    for (const expectedRevision of [undefined, 0, 7]) {
      expect(await run(add(2), onCounter(COUNTER, { actor: STRANGER, expectedRevision }))).toEqual(hidden);
      expect(await run(add(2), onCounter('counter-absent', { expectedRevision }))).toEqual(hidden);
    }
    expect(await sums()).toEqual([1]);
  });
});
