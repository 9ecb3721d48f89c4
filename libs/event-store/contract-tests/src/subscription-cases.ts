import {
  StoreUnavailable,
  UnknownPosition,
  WrongExpectedRevision,
  type EventStore,
  type EventToAppend,
  type Position,
  type StoredEvent,
} from '@mediation/event-store/port';
import { eventually, notYet } from '@mediation/testing';
import { newStream, readOn, someEvents, type Bench } from './subject';

/** Follows a store, and remembers what it was handed, how large the batches were and whether two ever overlapped. */
class Follower {
  readonly events: StoredEvent[] = [];
  readonly batches: number[] = [];
  readonly errors: Error[] = [];
  overlapped = false;
  private isBusy = false;
  readonly subscription;

  constructor(
    store: EventStore,
    options: { readonly after: Position | undefined; readonly batchSize?: number },
    handle: () => Promise<void> = async () => undefined,
  ) {
    this.subscription = store.subscribe(options, {
      onBatch: async (events) => {
        this.overlapped ||= this.isBusy;
        this.isBusy = true;
        this.events.push(...events);
        this.batches.push(events.length);
        await handle();
        this.isBusy = false;
      },
      onError: (error) => void this.errors.push(error),
    });
  }

  reached(count: number): Promise<true> {
    return eventually(`${count} events followed`, () => this.events.length >= count || notYet(this.events.length), {
      timeoutMs: 30_000,
    }) as Promise<true>;
  }

  get ids(): string[] {
    return this.events.map(({ id }) => id);
  }
}

/** Keeps at it until the events are stored once, though the answer may have been lost with the connection. */
const appendForSure = async (store: EventStore, stream: string, events: readonly EventToAppend[]): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      await store.append(stream, events, 'none');
      return;
    } catch (error) {
      if (error instanceof WrongExpectedRevision && tries > 0) return;
      if (!(error instanceof StoreUnavailable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  throw new Error('the store stayed unavailable');
};

const followingCases = (bench: Bench): void => {
  it('hands on every event once and in order while others write', async () => {
    const store = bench.open();
    const before = await store.head();
    const writers = bench.openMany(4);
    const early = new Follower(store, { after: before });
    const writing = Promise.all(
      Array.from({ length: 400 }, (_, n) => writers[n % 4]!.append(`${newStream()}-${n % 40}`, someEvents(1), 'any')),
    );
    await early.reached(50);
    const late = new Follower(store, { after: before, batchSize: 3 });
    await writing;
    await Promise.all([early.reached(400), late.reached(400)]);
    const truth = (await readOn(store, before)).map(({ id }) => id);
    expect(truth.length).toBe(400);
    expect(early.ids).toEqual(truth);
    expect(late.ids).toEqual(truth);
    expect(Math.max(...late.batches)).toBeLessThanOrEqual(3);
    expect([...early.errors, ...late.errors]).toEqual([]);
    await Promise.all([early.subscription.close(), late.subscription.close()]);
  });

  it('waits for a slow handler, and falls behind without losing anything', async () => {
    const store = bench.open();
    const before = await store.head();
    const slow = new Follower(
      store,
      { after: before, batchSize: 10 },
      () => new Promise((done) => setTimeout(done, 15)),
    );
    for (let n = 0; n < 100; n += 1) await store.append(newStream(), someEvents(1), 'none');
    await slow.reached(100);
    expect(slow.overlapped).toBe(false);
    expect(slow.ids).toEqual((await readOn(store, before)).map(({ id }) => id));
    await slow.subscription.close();
  });

  it('is told soon of what another client appends', async () => {
    const [writer, reader] = bench.openMany(2);
    const follower = new Follower(reader!, { after: await reader!.head() });
    await writer!.append(newStream(), someEvents(1), 'none');
    await follower.reached(1);
    expect(follower.events.length).toBe(1);
    await follower.subscription.close();
  });
};

const endingCases = (bench: Bench): void => {
  it('close during a delivery waits for the handler, and none is called after it', async () => {
    const store = bench.open();
    const before = await store.head();
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const follower = new Follower(store, { after: before, batchSize: 1 }, () => gate);
    await store.append(newStream(), someEvents(5), 'none');
    await follower.reached(1);
    let isClosed = false;
    const closing = Promise.all([follower.subscription.close(), follower.subscription.close()]);
    void closing.then(() => (isClosed = true));
    await store.append(newStream(), someEvents(1), 'none');
    expect(isClosed).toBe(false);
    finish();
    await closing;
    await store.append(newStream(), someEvents(1), 'none');
    await store.readAll({ after: before, limit: 10 });
    expect(follower.events.length).toBe(1);
    expect(follower.errors).toEqual([]);
  });

  it('ends with the error of a handler that throws, once', async () => {
    const store = bench.open();
    const before = await store.head();
    const fault = new Error('the handler could not');
    const follower = new Follower(store, { after: before, batchSize: 1 }, () => Promise.reject(fault));
    await store.append(newStream(), someEvents(3), 'none');
    await eventually('the subscription ends', () => follower.errors.length > 0 || notYet(follower.batches));
    await store.append(newStream(), someEvents(1), 'none');
    await follower.subscription.close();
    expect(follower.errors).toEqual([fault]);
    expect(follower.events.length).toBe(1);
  });

  it('ends with UnknownPosition where the store cannot begin', async () => {
    const follower = new Follower(bench.open(), { after: '999999.1.1' });
    await eventually('the subscription ends', () => follower.errors.length > 0 || notYet('no error'));
    expect(follower.errors.map((error) => error instanceof UnknownPosition)).toEqual([true]);
    await follower.subscription.close();
  });
};

const reconnectCases = (bench: Bench): void => {
  it('goes on after lost connections, without losing or repeating an event', async () => {
    const store = bench.open();
    const before = await store.head();
    const writers = bench.openMany(3);
    const follower = new Follower(bench.open(), { after: before });
    const writing = Promise.all(
      writers.map(async (writer) => {
        for (let n = 0; n < 100; n += 1) await appendForSure(writer, newStream(), someEvents(1));
      }),
    );
    for (const share of [50, 120, 200]) {
      await follower.reached(share);
      await bench.disconnect();
    }
    await writing;
    await follower.reached(300);
    const truth = (await readOn(store, before)).map(({ id }) => id);
    expect(truth.length).toBe(300);
    expect(follower.ids).toEqual(truth);
    expect(follower.errors).toEqual([]);
    await follower.subscription.close();
  });

  it('reports a lost connection as StoreUnavailable, or not at all', async () => {
    const store = bench.open();
    const work = Array.from({ length: 200 }, () => store.append(newStream(), someEvents(1), 'none'));
    await bench.disconnect();
    const outcomes = await Promise.allSettled(work);
    const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    expect(faults.filter((fault) => !(fault instanceof StoreUnavailable))).toEqual([]);
    await eventually('the store answers again', async () => {
      await store.append(newStream(), someEvents(1), 'none');
      return true;
    });
  });
};

export const subscriptionCases = (bench: Bench): void => {
  describe('following', () => followingCases(bench));
  describe('ending', () => endingCases(bench));
  const scope = bench.capabilities.disconnect ? describe : describe.skip;
  scope('reconnect', () => reconnectCases(bench));
};
