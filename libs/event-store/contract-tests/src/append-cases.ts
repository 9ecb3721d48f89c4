import { verifyChain, WrongExpectedRevision, type EventStore } from '@mediation/event-store/port';
import { holdContests } from './contests';
import { refusalCases } from './refusal-cases';
import { anEvent, faultOf, newStream, someEvents, withoutPlace, type Bench } from './subject';

const CONTESTS = 200;

const wrongRevision = (error: Error) => {
  expect(error).toBeInstanceOf(WrongExpectedRevision);
  const { code, stream, expected, actual, message } = error as WrongExpectedRevision;
  return { code, stream, expected, actual, message };
};

const expectWrong = async (
  work: Promise<unknown>,
  facts: Pick<WrongExpectedRevision, 'stream' | 'expected' | 'actual'>,
) =>
  expect(wrongRevision(await faultOf(work))).toEqual({
    ...facts,
    code: 'wrong-expected-revision',
    message: `stream ${facts.stream}: expected revision ${facts.expected}, found ${facts.actual}`,
  });

const expectedRevisionCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  it('none: begins a stream, once', async () => {
    const stream = newStream();
    expect(await store.append(stream, someEvents(2), 'none')).toEqual({ revision: 1 });
    await expectWrong(store.append(stream, someEvents(1), 'none'), { stream, expected: 'none', actual: 1 });
  });

  it('exact: goes on from that revision and no other', async () => {
    const stream = newStream();
    await store.append(stream, someEvents(3), 'none');
    await expectWrong(store.append(stream, someEvents(1), 1), { stream, expected: 1, actual: 2 });
    await expectWrong(store.append(stream, someEvents(1), 3), { stream, expected: 3, actual: 2 });
    expect(await store.append(stream, someEvents(2), 2)).toEqual({ revision: 4 });
  });

  it('exact: a stream that does not exist is at none', async () => {
    const stream = newStream();
    await expectWrong(store.append(stream, someEvents(1), 0), { stream, expected: 0, actual: 'none' });
    expect(await store.readStream(stream)).toEqual([]);
  });

  it('any: whatever the stream holds', async () => {
    const stream = newStream();
    expect(await store.append(stream, someEvents(1), 'any')).toEqual({ revision: 0 });
    expect(await store.append(stream, someEvents(2), 'any')).toEqual({ revision: 2 });
  });

  it('a stale append of several events stores none of them', async () => {
    const stream = newStream();
    const first = someEvents(2);
    await store.append(stream, first, 'none');
    await expectWrong(store.append(stream, someEvents(2), 0), { stream, expected: 0, actual: 1 });
    await expectWrong(store.append(stream, someEvents(2), 'none'), { stream, expected: 'none', actual: 1 });
    expect((await store.readStream(stream)).map(withoutPlace)).toEqual(first);
  });

  it('the same append again is as stale as any other, whoever makes it', async () => {
    const stream = newStream();
    const events = someEvents(2);
    await store.append(stream, events, 'none');
    await store.append(stream, someEvents(1), 1);
    for (const client of [store, bench.open()]) {
      await expectWrong(client.append(stream, events, 'none'), { stream, expected: 'none', actual: 2 });
      await expectWrong(client.append(stream, events.slice(1), 0), { stream, expected: 0, actual: 2 });
    }
    expect((await store.readStream(stream)).length).toBe(3);
  });

  it('a writer that has not seen the stream go on is told, and can go on from there', async () => {
    const stream = newStream();
    const [one, other] = bench.openMany(2);
    await one!.append(stream, someEvents(1), 'none');
    await other!.append(stream, someEvents(2), 0);
    await expectWrong(one!.append(stream, someEvents(1), 0), { stream, expected: 0, actual: 2 });
    expect(await one!.append(stream, someEvents(1), 2)).toEqual({ revision: 3 });
    expect(await other!.append(stream, someEvents(1), 'any')).toEqual({ revision: 4 });
    expect(verifyChain(await store.readStream(stream))).toBeUndefined();
  });
};

const contentionCases = (bench: Bench): void => {
  it(`of 32 writers on one stream exactly one wins, ${CONTESTS} times`, async () => {
    await holdContests({ clients: bench.openMany(4), contests: CONTESTS, writers: 32 });
  });

  it('writers that accept any revision all get one, without a gap', async () => {
    const stream = newStream();
    const clients = bench.openMany(4);
    const writes = Array.from({ length: 60 }, (_, n) => clients[n % 4]!.append(stream, someEvents(2), 'any'));
    const revisions = (await Promise.all(writes)).map(({ revision }) => revision);
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => 2 * n + 1));
    const stored = await clients[0]!.readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 120 }, (_, n) => n));
  });

  it('the conflicts of some do not fail their neighbours', async () => {
    const store = bench.open();
    const taken = newStream();
    await store.append(taken, someEvents(1), 'none');
    const streams = Array.from({ length: 100 }, (_, n) => (n % 4 === 0 ? taken : newStream()));
    const outcomes = await Promise.allSettled(streams.map((stream) => store.append(stream, someEvents(2), 'none')));
    expect(outcomes.map(({ status }) => status)).toEqual(
      streams.map((stream) => (stream === taken ? 'rejected' : 'fulfilled')),
    );
    const lengths = await Promise.all(streams.map(async (stream) => (await store.readStream(stream)).length));
    expect(lengths).toEqual(streams.map((stream) => (stream === taken ? 1 : 2)));
  });
};

const contentCases = (bench: Bench): void => {
  it('keeps what was given, not what the caller made of it later', async () => {
    const store = bench.open();
    const stream = newStream();
    const data = { place: { name: '光明路街道' }, steps: [1, 2] };
    const events = [anEvent(data)];
    const appending = store.append(stream, events, 'none');
    data.place.name = 'changed';
    data.steps.push(3);
    events.push(anEvent());
    await appending;
    const stored = await store.readStream(stream);
    expect(stored.map((event) => event.data)).toEqual([{ place: { name: '光明路街道' }, steps: [1, 2] }]);
    (stored[0]!.data['steps'] as number[]).push(9);
    expect((await store.readStream(stream))[0]!.data['steps']).toEqual([1, 2]);
  });

  it('stores a thousand events of one append together and in order', async () => {
    const store = bench.open();
    const stream = newStream();
    const events = someEvents(1_000);
    expect(await store.append(stream, events, 'none')).toEqual({ revision: 999 });
    const stored = await store.readStream(stream);
    expect(stored.map(withoutPlace)).toEqual(events);
    expect((await store.readStream(stream, 990)).map(({ revision }) => revision)).toEqual([
      990, 991, 992, 993, 994, 995, 996, 997, 998, 999,
    ]);
    expect(await store.readStream(stream, 1_000)).toEqual([]);
  });
};

export const appendCases = (bench: Bench): void => {
  describe('expected revision', () => expectedRevisionCases(bench));
  describe('contention', () => contentionCases(bench));
  describe('refuses', () => refusalCases(bench));
  describe('content', () => contentCases(bench));
};
