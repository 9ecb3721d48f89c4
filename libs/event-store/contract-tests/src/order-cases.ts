import {
  comparePositions,
  UnknownPosition,
  verifyChain,
  type EventStore,
  type StoredEvent,
} from '@mediation/event-store/port';
import { faultOf, newStream, readOn, someEvents, withoutPlace, type Bench } from './subject';

const byStream = (events: readonly StoredEvent[]): Map<string, StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

export const orderCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  it('gives back the events of many writers once each, every stream in its own order', async () => {
    const before = await store.head();
    const clients = bench.openMany(4);
    const streams = Array.from({ length: 20 }, newStream);
    const writes = Array.from({ length: 200 }, (_, n) =>
      clients[n % 4]!.append(streams[n % 20]!, someEvents(2), 'any'),
    );
    await Promise.all(writes);
    const events = await readOn(store, before, 7);
    expect(events.length).toBe(400);
    expect(new Set(events.map(({ id }) => id)).size).toBe(400);
    expect(events.map(({ position }) => position)).toEqual(
      events.map(({ position }) => position).toSorted(comparePositions),
    );
    const found = byStream(events);
    expect([...found.keys()].toSorted()).toEqual(streams.toSorted());
    for (const stream of streams) {
      expect(found.get(stream)).toEqual(await store.readStream(stream));
      expect(verifyChain(found.get(stream)!)).toBeUndefined();
    }
  });

  it('puts no event before one that its writer had seen', async () => {
    const before = await store.head();
    const clients = bench.openMany(4);
    const seen: string[] = [];
    for (let n = 0; n < 100; n += 1) {
      const [event] = someEvents(1);
      await clients[n % 4]!.append(newStream(), [event!], 'none');
      seen.push(event!.id);
    }
    expect((await readOn(store, before)).map(({ id }) => id)).toEqual(seen);
  });

  it('answers nothing beyond the head, and the head is the newest event', async () => {
    const stream = newStream();
    await store.append(stream, someEvents(3), 'none');
    const head = await store.head();
    expect(head).toBe((await store.readStream(stream)).at(-1)!.position);
    expect(await store.readAll({ after: head, limit: 10 })).toEqual([]);
    const event = someEvents(1);
    await store.append(stream, event, 2);
    expect((await store.readAll({ after: head, limit: 10 })).map(withoutPlace)).toEqual(event);
  });

  it('reads from the beginning when no position is given', async () => {
    const [first] = await store.readAll({ limit: 1 });
    const all = await readOn(store, undefined);
    expect(first).toEqual(all[0]);
    expect(all.at(-1)!.position).toBe(await store.head());
  });

  it.each(['', 'nonsense', '1.2', '1.2.3.4', '1.-2.3', '01.2.3', '1.2.3 ', '999999.1.1', '0.1.1'])(
    'does not know the position %p',
    async (after) => {
      const error = await faultOf(store.readAll({ after, limit: 1 }));
      expect(error).toBeInstanceOf(UnknownPosition);
      expect((error as UnknownPosition).code).toBe('unknown-position');
    },
  );
};
