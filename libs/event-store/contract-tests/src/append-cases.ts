import { InvalidAppend, WrongExpectedRevision, type EventStore } from '@mediation/event-store/port';
import { holdContests } from './contests';
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

const refusalCases = (bench: Bench): void => {
  let store: EventStore;
  beforeAll(() => {
    store = bench.open();
  });

  const refused = async (work: Promise<unknown>): Promise<void> => {
    const error = await faultOf(work);
    expect(error).toBeInstanceOf(InvalidAppend);
    expect((error as InvalidAppend).code).toBe('invalid-append');
  };

  it('an empty append', async () => {
    const stream = newStream();
    await refused(store.append(stream, [], 'none'));
    await refused(store.append(stream, [], 'any'));
    expect(await store.readStream(stream)).toEqual([]);
  });

  it.each(['', 'not-a-uuid', '6F9619FF-8B86-D011-B42D-00CF4FC964FF', '6f9619ff8b86d011b42d00cf4fc964ff'])(
    'the event id %p',
    (id) => refused(store.append(newStream(), [{ ...anEvent(), id }], 'none')),
  );

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('the expected revision %p', (expected) =>
    refused(store.append(newStream(), someEvents(1), expected)),
  );

  it.each(['', 'x'.repeat(256), 'a\u0000b', 'a\ud800b'])('the name %p of a stream or a type', async (name) => {
    await refused(store.append(name, someEvents(1), 'any'));
    await refused(store.append(newStream(), [anEvent({}, name)], 'none'));
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
