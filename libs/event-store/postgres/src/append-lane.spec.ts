import { prepareAppend, type PreparedAppend } from '@mediation/event-store/port';
import { AppendLane } from './append-lane';

const append = (stream: string, events = 1): PreparedAppend =>
  prepareAppend(
    { stream, expected: 'any' },
    Array.from({ length: events }, (_, n) => ({
      id: `6f9619ff-8b86-4011-b42d-${String(n).padStart(12, '0')}`,
      type: 'thing.happened.v1',
      data: {},
      metadata: {},
    })),
  );

/** Runs batches when told to, and keeps what they were. */
class Store {
  readonly batches: string[][] = [];
  private readonly finishers: ((error?: Error) => void)[] = [];

  readonly run = (batch: readonly PreparedAppend[]): Promise<string[]> => {
    const streams = batch.map(({ stream }) => stream);
    this.batches.push(streams);
    return new Promise((resolve, reject) =>
      this.finishers.push((error) => (error ? reject(error) : resolve(streams.map((stream) => `stored ${stream}`)))),
    );
  };

  async finish(error?: Error): Promise<void> {
    this.finishers.shift()!(error);
    await turn();
  }
}

/** Long enough for the lane to send what it can. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the append lane', () => {
  let store: Store;
  beforeEach(() => {
    store = new Store();
  });

  it('sends an append at once while a connection is free', async () => {
    const lane = new AppendLane(2, store.run);
    const first = lane.submit(append('a'));
    await turn();
    void lane.submit(append('b'));
    await turn();
    expect(store.batches).toEqual([['a'], ['b']]);
    await store.finish();
    expect(await first).toBe('stored a');
  });

  it('gathers while none is free, and the next free one takes all of it', async () => {
    const lane = new AppendLane(1, store.run);
    const answers = ['a', 'b', 'c', 'd'].map(async (stream) => lane.submit(append(stream)));
    await turn();
    answers.push(lane.submit(append('e')), lane.submit(append('f')));
    await turn();
    expect(store.batches).toEqual([['a', 'b', 'c', 'd']]);
    await store.finish();
    expect(store.batches.slice(1)).toEqual([['e', 'f']]);
    await store.finish();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((stream) => `stored ${stream}`));
  });

  it('never has two appends of one stream under way, and keeps their order', async () => {
    const lane = new AppendLane(3, store.run);
    const order: number[] = [];
    [1, 2, 3].forEach((n) => void lane.submit(append('a')).then(() => order.push(n)));
    void lane.submit(append('b'));
    await turn();
    expect(store.batches).toEqual([['a', 'b']]);
    await store.finish();
    await store.finish();
    await store.finish();
    expect(store.batches).toEqual([['a', 'b'], ['a'], ['a']]);
    expect(order).toEqual([1, 2, 3]);
  });

  it('bounds a batch by appends and by events, and an append alone is never too large', async () => {
    const lane = new AppendLane(1, store.run);
    void lane.submit(append('large', 1_000));
    for (let n = 0; n < 100; n += 1) void lane.submit(append(`s${n}`, n < 10 ? 100 : 1));
    await turn();
    while (store.batches.flat().length < 101) await store.finish();
    const sizes = store.batches.map((batch) => batch.length);
    expect(sizes).toEqual([1, 2, 2, 2, 2, 58, 34]);
  });

  it('fails a batch as a whole when its connection is lost, and goes on', async () => {
    const lane = new AppendLane(1, store.run);
    const outcomes = Promise.allSettled([lane.submit(append('a')), lane.submit(append('b'))]);
    await turn();
    const lost = new Error('lost');
    await store.finish(lost);
    expect(await outcomes).toEqual([
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
    const next = lane.submit(append('a'));
    await turn();
    await store.finish();
    expect(await next).toBe('stored a');
  });

  it('is drained when nothing waits and nothing is under way', async () => {
    const lane = new AppendLane(1, store.run);
    await lane.drained();
    let isDrained = false;
    void lane.submit(append('a'));
    void lane.submit(append('a'));
    void lane.drained().then(() => (isDrained = true));
    await turn();
    await store.finish();
    expect(isDrained).toBe(false);
    await store.finish();
    expect(isDrained).toBe(true);
  });
});
