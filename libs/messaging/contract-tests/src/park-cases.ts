import { DEAD_LETTER_HEADERS } from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { newGroup, someMessages, type Bench, type RawRecord } from './subject';
import { failOn, Latch, Watcher } from './watcher';

const bytes = (text: string): Uint8Array => Buffer.from(text);

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

export const parkCases = (bench: Bench): void => {
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
    await eventually('a refusal', () => missing.failures.length >= 2 || notYet(missing.failures), {
      timeoutMs: 30_000,
    });
    await missing.hasLag(2);
    await missing.consumption.close();
    expect(missing.failures.slice(0, 2)).toEqual([
      'park: bad',
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
