import { StoreClosed } from '@mediation/event-store/port';
import { faultOf, newStream, someEvents, type Bench } from './subject';

export const closingCases = (bench: Bench): void => {
  it('settles the appends in flight, then refuses everything', async () => {
    const store = bench.open();
    const streams = Array.from({ length: 100 }, newStream);
    const appends = streams.map((stream) => store.append(stream, someEvents(1), 'none'));
    const closing = store.close();
    const outcomes = await Promise.allSettled(appends);
    await closing;
    await store.close();
    for (const call of [
      store.append(newStream(), someEvents(1), 'any'),
      store.readStream('x'),
      store.readAll({ limit: 1 }),
      store.head(),
    ]) {
      const error = await faultOf(call);
      expect(error).toBeInstanceOf(StoreClosed);
      expect((error as StoreClosed).code).toBe('store-closed');
    }
    expect(() => store.subscribe({}, { onBatch: async () => undefined, onError: () => undefined })).toThrow(
      StoreClosed,
    );
    expect(outcomes.map(({ status }) => status)).toEqual(new Array(100).fill('fulfilled'));
    const another = bench.open();
    const stored = await Promise.all(streams.map(async (stream) => (await another.readStream(stream)).length));
    expect(stored).toEqual(new Array(100).fill(1));
  });

  it('ends its subscriptions without an error', async () => {
    const store = bench.open();
    const errors: Error[] = [];
    const options = { onBatch: async () => undefined, onError: (error: Error) => void errors.push(error) };
    const subscription = store.subscribe({}, options);
    store.subscribe({ after: await store.head() }, options);
    await store.close();
    await subscription.close();
    expect(errors).toEqual([]);
  });
};
