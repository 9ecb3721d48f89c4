import { randomUUID } from 'node:crypto';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { WrongExpectedRevision, type Journal, type StoredEvent } from '@mediation/event-store/port';
import { Turnstile } from './turnstile';
import { watched } from './watched-journal';

const event = () => ({ id: randomUUID(), type: 'x.v1', data: { n: 1 }, metadata: {} });

const open = (journal: Journal, order: readonly number[] = []) => {
  let turns = 0;
  const turnstile = new Turnstile((waiting) => (order[turns++] ?? 0) % Math.max(waiting, 1));
  const seen: number[] = [];
  let lost = 0;
  const appended = (stored: readonly StoredEvent[]): void => void seen.push(...stored.map(({ revision }) => revision));
  const gate = watched(journal, turnstile, { appended, lost: () => (lost += 1) });
  return { gate, seen, lost: () => lost, turn: (work: Promise<unknown>) => turnstile.turnUntil(work) };
};

/** A journal whose rows are not what was appended. */
const lying = (change: (stored: StoredEvent) => StoredEvent): Journal => {
  const journal = inMemoryJournal();
  return {
    append: (...args) => journal.append(...args),
    readStream: async (...args) => (await journal.readStream(...args)).map(change),
    receipt: (key) => journal.receipt(key),
    readAll: (options) => journal.readAll(options),
    subscribe: (options, handlers) => journal.subscribe(options, handlers),
    head: () => journal.head(),
    close: () => journal.close(),
  };
};

describe('the watched journal', () => {
  it('shows every append once, in the order of the stream, and hands out what was stored', async () => {
    const { gate, seen, turn } = open(inMemoryJournal());
    const work = (async () => {
      await gate.append('s', [event(), event()], 'none');
      await gate.append('s', [event()], 1);
      return gate.readStream('s', 1);
    })();
    await turn(work);
    expect(seen).toStrictEqual([0, 1, 2]);
    expect((await work).map(({ revision }) => revision)).toStrictEqual([1, 2]);
  });

  it.each([
    [
      [0, 0],
      ['first', 'second'],
    ],
    [
      [1, 0],
      ['second', 'first'],
    ],
  ])('lets calls through in the order asked for: %j', async (order, expected) => {
    const { gate, turn } = open(inMemoryJournal(), order);
    const done: string[] = [];
    const call = (name: string) => gate.readStream('s').then(() => done.push(name));
    await turn(Promise.all([call('first'), call('second')]));
    expect(done).toStrictEqual(expected);
  });

  it('counts a lost race and stores nothing of it', async () => {
    const { gate, seen, lost, turn } = open(inMemoryJournal());
    const race = Promise.allSettled([gate.append('s', [event()], 'none'), gate.append('s', [event()], 'none')]);
    await turn(race);
    expect((await race).map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected']);
    expect((await race)[1]).toMatchObject({ reason: expect.any(WrongExpectedRevision) });
    expect(seen).toStrictEqual([0]);
    expect(lost()).toBe(1);
  });

  it.each<[string, (stored: StoredEvent) => StoredEvent]>([
    ['chain broken', (stored) => ({ ...stored, data: { n: 2 } })],
    ['gap in the stream', (stored) => ({ ...stored, revision: stored.revision + 1 })],
  ])('says %s when rows are not what was appended', async (message, change) => {
    const { gate, turn } = open(lying(change));
    await expect(turn(gate.append('s', [event()], 'none'))).rejects.toThrow(message);
  });
});
