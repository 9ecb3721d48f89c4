import { ConsumptionEnded, DEAD_LETTER_HEADERS, type Failure } from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { faultOf, newGroup, someMessages, utf8, type Bench, type RawRecord } from './subject';
import { Latch, Watcher, type Call } from './watcher';

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** Fails the message with this body, and handles all others. */
const failOn =
  (body: string, failure: Failure) =>
  ({ batch }: Call) => {
    const count = batch.findIndex((message) => utf8(message.body) === body);
    return count === -1 ? { count: batch.length } : { count, failure };
  };

const retryCases = (bench: Bench): void => {
  it('the same message comes again, those behind it wait, and other partitions go on', async () => {
    const topic = await bench.subject.createTopic(4);
    await bench.open().producer().send(topic, someMessages(80, 40));
    let stuck: number | undefined;
    let isMended = false;
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic], maxBatch: 5 }, ({ batch }) => {
      stuck ??= batch[0]!.partition;
      if (batch[0]!.partition !== stuck || isMended) return { count: batch.length };
      return { count: 0, failure: { policy: 'retry', reason: 'the store is away' } };
    });
    const stuckCalls = () => watcher.calls.filter(({ batch }) => batch[0]!.partition === stuck);
    await eventually('three attempts', () => stuckCalls().length >= 3 || notYet(stuckCalls().length));
    const blocked = async () => {
      const lag = await watcher.consumption.lag();
      return lag + watcher.handled.length === 80 || notYet({ lag, handled: watcher.handled.length });
    };
    await eventually('the other partitions are handled', async () =>
      watcher.handled.length > 0 ? blocked() : undefined,
    );
    const attempts = stuckCalls().map(({ batch, delivery }) => ({
      first: batch[0]!.offset,
      attempt: delivery.attempt,
    }));
    expect(attempts).toEqual(attempts.map((_, n) => ({ first: '0', attempt: n + 1 })));
    isMended = true;
    await watcher.hasHandled(80);
    await watcher.hasLag(0);
    await watcher.consumption.close();
    const late = watcher.handled.filter(({ partition }) => partition === stuck).map(({ offset }) => +offset);
    expect(late).toEqual(late.map((_, n) => n));
    expect(new Set(watcher.failures)).toEqual(new Set(['retry: the store is away']));
    expect(watcher.hasOverlapped).toBe(false);
  });

  it('waits longer from time to time', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench.open().producer().send(topic, someMessages(1));
    const times: number[] = [];
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, ({ delivery }) => {
      times.push(performance.now());
      if (delivery.attempt === 4) return { count: 1 };
      return { count: 0, failure: { policy: 'retry', reason: 'not yet' } };
    });
    await watcher.hasHandled(1);
    await watcher.consumption.close();
    const waits = times.slice(1).map((time, n) => time - times[n]!);
    expect(waits.map((wait, n) => wait > 90 * 2 ** n)).toEqual([true, true, true]);
  });
};

const POISON: RawRecord = {
  key: null,
  value: Uint8Array.from([0, 255, 254, 65, 128]),
  headers: [
    ['twice', bytes('first')],
    ['twice', Uint8Array.from([255, 0])],
    ['empty', bytes('')],
    ['constructor', bytes('c')],
  ],
};

/** By name, since the names have no order among themselves. */
const comparable = ({ key, value, headers }: RawRecord) => ({
  key: key && Buffer.from(key).toString('hex'),
  value: value && Buffer.from(value).toString('hex'),
  headers: Object.fromEntries(
    headers.map(([name]) => [
      name,
      headers.filter(([other]) => other === name).map(([, content]) => Buffer.from(content).toString('hex')),
    ]),
  ),
});

const parked = (record: RawRecord, place: { topic: string; offset: string; reason: string }) =>
  comparable({
    ...record,
    headers: [
      ...record.headers,
      [DEAD_LETTER_HEADERS.reason, bytes(place.reason)],
      [DEAD_LETTER_HEADERS.topic, bytes(place.topic)],
      [DEAD_LETTER_HEADERS.partition, bytes('0')],
      [DEAD_LETTER_HEADERS.offset, bytes(place.offset)],
    ],
  });

const plain = (body: string): RawRecord => ({ key: bytes('key-0'), value: bytes(body), headers: [] });

const parkCases = (bench: Bench): void => {
  it('a copy, byte for byte and with the reason, and the next message is handled', async () => {
    const topic = await bench.subject.createTopic(1);
    const nothing: RawRecord = { key: bytes('key-0'), value: null, headers: [['name', bytes('值')]] };
    await bench.subject.store(topic, [plain('0'), POISON, plain('2'), nothing, plain('4')]);
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, ({ batch }) => {
      const count = batch.findIndex(({ offset }) => offset === '1' || offset === '3');
      if (count === -1) return { count: batch.length };
      return { count, failure: { policy: 'park', reason: `不可读 ${batch[count]!.offset}` } };
    });
    await watcher.hasHandled(3);
    await watcher.hasLag(0);
    await watcher.consumption.close();
    expect(watcher.bodies).toEqual(['0', '2', '4']);
    expect(watcher.failures).toEqual(['park: 不可读 1', 'park: 不可读 3']);
    const copies = await bench.subject.read(`${topic}.dead-letter`);
    expect(copies.map(comparable)).toEqual([
      parked(POISON, { topic, offset: '1', reason: '不可读 1' }),
      parked(nothing, { topic, offset: '3', reason: '不可读 3' }),
    ]);
  });

  it('waits for the dead-letter topic to take it, and does not lose it', async () => {
    const [topic, elsewhere] = [await bench.subject.createTopic(1), await bench.subject.createTopic(1)];
    const group = newGroup();
    await bench.open().producer().send(topic, someMessages(3));
    const decide = failOn('1', { policy: 'park', reason: 'bad' });
    const options = { group, topics: [topic] };
    const missing = new Watcher(bench.open(), { ...options, deadLetterTopic: (name) => `${name}.nowhere` }, decide);
    await eventually('two refusals', () => missing.failures.length >= 3 || notYet(missing.failures), {
      timeoutMs: 30_000,
    });
    await missing.hasLag(2);
    await missing.consumption.close();
    expect(missing.failures.slice(0, 3)).toEqual([
      'park: bad',
      'retry: not taken by the dead-letter topic: message-rejected',
      'retry: not taken by the dead-letter topic: message-rejected',
    ]);
    expect(missing.bodies).toEqual(['0']);
    const mended = new Watcher(bench.open(), { ...options, deadLetterTopic: () => elsewhere }, decide);
    await mended.hasHandled(1);
    await mended.hasLag(0);
    await mended.consumption.close();
    expect(mended.bodies).toEqual(['2']);
    const copies = await bench.subject.read(elsewhere);
    expect(copies.map(comparable)).toEqual([parked(plain('1'), { topic, offset: '1', reason: 'bad' })]);
  });

  it('is not lost when the consumption is closing meanwhile', async () => {
    const topic = await bench.subject.createTopic(1);
    const group = newGroup();
    await bench.open().producer().send(topic, someMessages(3));
    const latch = new Latch();
    const decide = failOn('1', { policy: 'park', reason: 'bad' });
    const first = new Watcher(bench.open(), { group, topics: [topic] }, async (call) => {
      await latch.opened;
      return decide(call);
    });
    await first.hasCalls(1);
    const closing = first.consumption.close();
    latch.open();
    await closing;
    const second = new Watcher(bench.open(), { group, topics: [topic] }, decide);
    await second.hasLag(0);
    await second.consumption.close();
    expect([...first.bodies, ...second.bodies]).toEqual(['0', '2']);
    const copies = (await bench.subject.read(`${topic}.dead-letter`)).map(comparable);
    expect(copies).toEqual([parked(plain('1'), { topic, offset: '1', reason: 'bad' })]);
  });
};

const stopCases = (bench: Bench): void => {
  it('ends the consumption with the reason, and acknowledges nothing of the batch', async () => {
    const topic = await bench.subject.createTopic(1);
    const group = newGroup();
    await bench.open().producer().send(topic, someMessages(4));
    const watcher = new Watcher(
      bench.open(),
      { group, topics: [topic] },
      failOn('2', { policy: 'stop', reason: 'a fork' }),
    );
    const error = await faultOf(watcher.consumption.ended);
    expect(error).toBeInstanceOf(ConsumptionEnded);
    expect((error as ConsumptionEnded).code).toBe('consumption-ended');
    expect(error.message).toBe('a fork');
    expect(await faultOf(watcher.consumption.check())).toBeInstanceOf(ConsumptionEnded);
    await watcher.consumption.close();
    expect(watcher.calls.length).toBe(1);
    expect(watcher.failures).toEqual(['stop: a fork']);
    const next = new Watcher(bench.open(), { group, topics: [topic] });
    await next.hasHandled(4);
    expect(next.bodies).toEqual(['0', '1', '2', '3']);
    await next.consumption.close();
  });

  it('lets the handlers of other partitions finish, and acknowledges what they did', async () => {
    const topic = await bench.subject.createTopic(2);
    const group = newGroup();
    await bench.open().producer().send(topic, someMessages(40, 20));
    const latch = new Latch();
    let good: number | undefined;
    const watcher = new Watcher(bench.open(), { group, topics: [topic] }, async ({ batch }) => {
      good ??= batch[0]!.partition;
      if (batch[0]!.partition !== good) return { count: 0, failure: { policy: 'stop', reason: 'a fork' } };
      await latch.opened;
      return { count: batch.length };
    });
    expect((await faultOf(watcher.consumption.ended)).message).toBe('a fork');
    latch.open();
    await watcher.consumption.close();
    const next = new Watcher(bench.open(), { group, topics: [topic] });
    await next.hasHandled(40 - watcher.handled.length);
    await next.hasLag(0);
    expect(new Set(next.handled.map(({ partition }) => partition))).toEqual(new Set([1 - good!]));
    await next.consumption.close();
  });
};

export const policyCases = (bench: Bench): void => {
  describe('retry', () => retryCases(bench));
  describe('park', () => parkCases(bench));
  describe('stop', () => stopCases(bench));
};
