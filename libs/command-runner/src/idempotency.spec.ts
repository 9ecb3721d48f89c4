import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { StoreUnavailable, type Journal } from '@mediation/event-store/port';
import { FixedClock } from '@mediation/testing';
import { commandRunner } from './command-runner';
import { counterAggregate, onCounter, opening, STRANGER, withCalls } from './counter.fixture';

const COUNTER = 'counter-1';
const add = (...by: readonly number[]) => ({ type: 'Add', by }) as const;
const withKey = (key: string, fingerprint = 'body') => ({ idempotency: { key, fingerprint } });

let journal: Journal;
/** Another process: nothing is shared but the journal. */
const process = (over = journal) => commandRunner(counterAggregate(), { journal: over, clock: new FixedClock() });
const sums = async () => (await journal.readStream(COUNTER)).map(({ data }) => data['by']);
const done = (revision: number, replayed: boolean, events = 1) => ({
  kind: 'done',
  answer: { stream: COUNTER, revision, detail: { events } },
  replayed,
});

beforeEach(async () => {
  journal = inMemoryJournal();
  await process()(add(1), opening(COUNTER));
});

describe('a key', () => {
  it('used again with the same body gets the same answer, and nothing is appended', async () => {
    const run = process();
    expect(await run(add(2), onCounter(COUNTER, withKey('k')))).toEqual(done(1, false));
    await run(add(100), onCounter(COUNTER));
    for (const runner of [run, process()])
      expect(await runner(add(2), onCounter(COUNTER, withKey('k')))).toEqual(done(1, true));
    expect(await sums()).toEqual([1, 2, 100]);
  });

  it('opens one stream only', async () => {
    const meta = () => opening('counter-new', withKey('k'));
    const first = await process()(add(2), meta());
    expect(await process()(add(2), meta())).toEqual({ ...first, replayed: true });
    expect(await journal.readStream('counter-new')).toHaveLength(1);
  });

  it('used again with another body is refused, and nothing is appended', async () => {
    await process()(add(2), onCounter(COUNTER, withKey('k')));
    for (const meta of [onCounter(COUNTER, withKey('k', 'other')), opening('counter-new', withKey('k', 'other'))])
      expect(await process()(add(3), meta)).toEqual({ kind: 'key-reused' });
    expect(await sums()).toEqual([1, 2]);
    expect(await journal.readStream('counter-new')).toEqual([]);
  });

  it('stands before whatever has become of the command since', async () => {
    await process()(add(2), onCounter(COUNTER, { ...withKey('k'), expectedRevision: 0 }));
    await process()({ type: 'Lock' }, onCounter(COUNTER));
    for (const change of [{}, { expectedRevision: 0 }, { actor: STRANGER }]) {
      expect(await process()(add(2), onCounter(COUNTER, { ...withKey('k'), ...change }))).toEqual(done(1, true));
      expect(await process()(add(9), onCounter(COUNTER, { ...withKey('k', 'other'), ...change }))).toEqual({
        kind: 'key-reused',
      });
    }
  });

  it('is not spent on a refusal, a stale revision or a command that changed nothing', async () => {
    const run = process();
    const tooMuch = { ...withKey('k'), occurredAt: '2024-06-01T09:00:00+08:00' };
    expect(await run(add(50), onCounter(COUNTER, tooMuch))).toEqual({ kind: 'refused', refusal: 'too-much' });
    expect(await run(add(50), onCounter(COUNTER, { ...withKey('k'), expectedRevision: 9 }))).toMatchObject({
      kind: 'stale',
    });
    expect(await run(add(), onCounter(COUNTER, withKey('k')))).toMatchObject({ kind: 'done', replayed: false });
    expect(await journal.receipt('k')).toBeUndefined();
    expect(await run(add(50), onCounter(COUNTER, withKey('k', 'other')))).toEqual(done(1, false));
  });

  it('in flight in this process is told so, and free again afterwards', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow = withCalls(journal, {
      append: async (...append) => {
        await opened;
        return journal.append(...append);
      },
    });
    const run = process(slow);
    const first = run(add(2), onCounter(COUNTER, withKey('k')));
    expect(await run(add(2), onCounter(COUNTER, withKey('k')))).toEqual({ kind: 'in-flight' });
    expect(await run(add(9), onCounter(COUNTER, withKey('k', 'other')))).toEqual({ kind: 'in-flight' });
    open();
    expect(await first).toEqual(done(1, false));
    expect(await run(add(2), onCounter(COUNTER, withKey('k')))).toEqual(done(1, true));
  });

  it('is free again after a fault, and finds what the fault had hidden', async () => {
    const losesTheAnswer = withCalls(journal, {
      append: async (...append) => {
        await journal.append(...append);
        throw new StoreUnavailable('the connection went away');
      },
    });
    const run = process(losesTheAnswer);
    await expect(run(add(2), onCounter(COUNTER, withKey('k')))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await run(add(2), onCounter(COUNTER, withKey('k')))).toEqual(done(1, true));
    expect(await sums()).toEqual([1, 2]);
  });
});

/** Between the steps of a request, its twin runs from beginning to end in another process. */
const whileReading = (twin: () => Promise<unknown>) => {
  let met = false;
  const meet = async () => {
    if (met) return;
    met = true;
    await twin();
  };
  return withCalls(journal, {
    readStream: async (...read) => {
      await meet();
      return journal.readStream(...read);
    },
  });
};

describe('a twin in another process, done between the look-ups of this one', () => {
  it.each([
    ['would be refused by now', add(7), { occurredAt: '2024-06-01T09:00:00+08:00' }],
    ['names a revision that is stale by now', add(2), { expectedRevision: 0 }],
    ['would change nothing by now', { type: 'Lock' }, {}],
  ] as const)('is what this one is answered with, though it %s', async (_, command, change) => {
    const meta = { ...withKey('k'), ...change };
    const late = process(whileReading(() => process()(command, onCounter(COUNTER, meta))));
    expect(await late(command, onCounter(COUNTER, meta))).toEqual(done(1, true));
    expect(await journal.readStream(COUNTER)).toHaveLength(2);
  });
});
