import { aMessage, newGroup, someMessages, utf8, type Bench } from './subject';
import { Watcher } from './watcher';

const orderedDelivery = (bench: Bench): void => {
  it('keeps the order of every key, over several partitions and batches', async () => {
    const topic = await bench.subject.createTopic(6);
    const messages = someMessages(600, 30);
    const producer = bench.open().producer();
    for (let from = 0; from < 600; from += 100) await producer.send(topic, messages.slice(from, from + 100));
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic], maxBatch: 25 });
    await watcher.hasHandled(600);
    await watcher.hasLag(0);
    for (const key of new Set(messages.map((message) => message.key))) {
      expect(watcher.bodiesOf(key)).toEqual(messages.filter((message) => message.key === key).map(({ body }) => body));
    }
    expect(watcher.handled.length).toBe(600);
    expect(watcher.hasOverlapped).toBe(false);
    await watcher.consumption.close();
  });

  it('hands over batches of one partition, no larger than asked for, with offsets that grow', async () => {
    const topic = await bench.subject.createTopic(4);
    await bench.open().producer().send(topic, someMessages(200, 20));
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic], maxBatch: 7 });
    await watcher.hasHandled(200);
    await watcher.consumption.close();
    for (const { batch, delivery } of watcher.calls) {
      expect(new Set(batch.map((message) => `${message.topic}/${message.partition}`)).size).toBe(1);
      expect(delivery.attempt).toBe(1);
    }
    expect(Math.max(...watcher.calls.map(({ batch }) => batch.length))).toBe(7);
    const partitions = [...new Set(watcher.handled.map(({ partition }) => partition))];
    expect(partitions.length).toBeGreaterThan(1);
    for (const partition of partitions) {
      const offsets = watcher.handled.filter((message) => message.partition === partition).map(({ offset }) => +offset);
      expect(offsets).toEqual([...new Set(offsets)].toSorted((a, b) => a - b));
    }
    const homes = watcher.handled.map(({ key, partition }) => `${key}@${partition}`);
    expect(new Set(homes).size).toBe(20);
  });

  it('a new group starts from the beginning, whatever others have read', async () => {
    const topic = await bench.subject.createTopic(1);
    const client = bench.open();
    await client.producer().send(topic, someMessages(3));
    const first = new Watcher(client, { group: newGroup(), topics: [topic] });
    await first.hasHandled(3);
    await first.hasLag(0);
    const second = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await second.hasHandled(3);
    await client.producer().send(topic, [aMessage('key-0', 'later')]);
    await Promise.all([first.hasHandled(4), second.hasHandled(4)]);
    expect([first.bodies, second.bodies]).toEqual([
      ['0', '1', '2', 'later'],
      ['0', '1', '2', 'later'],
    ]);
    await Promise.all([first.consumption.close(), second.consumption.close()]);
  });

  it('one member reads several topics', async () => {
    const topics = [await bench.subject.createTopic(2), await bench.subject.createTopic(1)];
    const producer = bench.open().producer();
    for (const topic of topics) await producer.send(topic, someMessages(5, 5));
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics });
    await watcher.hasHandled(10);
    await watcher.hasLag(0);
    for (const topic of topics) {
      const bodies = watcher.handled.filter((message) => message.topic === topic).map(({ body }) => utf8(body));
      expect(bodies.toSorted()).toEqual(['0', '1', '2', '3', '4']);
    }
    await watcher.consumption.close();
  });
};

const CONTENTS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['Chinese text and punctuation', '张三与李四相邻排水纠纷，「一案一主」——已调解。'],
  ['characters beyond the basic plane', '𠮷野家 😀 👨‍👩‍👧 🇨🇳 䶮㐂𬎆'],
  ['text that looks composed and text that is', 'é e\u0301'],
  ['controls, quotes and a byte order mark', '\ufeff\u0000\u0001\u001f\t\r\n"\\/\u007f\u0080\u2028\uffff'],
  ['nearly a megabyte', 'x'.repeat(1_000_000)],
  ['nearly a megabyte of Chinese text', '调解'.repeat(166_000)],
];

const HEADERS = {
  ce_specversion: '1.0',
  ce_id: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
  ce_source: '/journals/370402',
  'content-type': 'application/json',
  empty: '',
  卷宗: '调解 𠮷 é',
  long: 'h'.repeat(10_000),
};

const fidelity = (bench: Bench): void => {
  it.each(CONTENTS)('a body of %s', async (_, body) => {
    const topic = await bench.subject.createTopic(1);
    await bench
      .open()
      .producer()
      .send(topic, [aMessage('键-1', body)]);
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await watcher.hasHandled(1);
    await watcher.consumption.close();
    const [message] = watcher.handled;
    expect(Buffer.compare(message!.body, Buffer.from(body))).toBe(0);
    expect({ ...message!, body: undefined }).toEqual({
      topic,
      partition: 0,
      offset: '0',
      key: '键-1',
      headers: {},
      body: undefined,
    });
  });

  it('headers, each as it was', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench
      .open()
      .producer()
      .send(topic, [aMessage('', 'b', HEADERS)]);
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await watcher.hasHandled(1);
    await watcher.consumption.close();
    expect(watcher.handled[0]!.headers).toEqual(HEADERS);
    expect(watcher.handled[0]!.key).toBe('');
  });
};

export const orderCases = (bench: Bench): void => {
  describe('delivery', () => orderedDelivery(bench));
  describe('keeps', () => fidelity(bench));
};
