import type { Handled } from '@mediation/messaging/port';
import { newGroup, someMessages, type Bench } from './subject';
import { Latch, Watcher, type Call } from './watcher';

/** Handles so many of the first call's batch and then fails as told; afterwards everything. */
const onceShort = (count: number, reason: string) => {
  let isFirst = true;
  return ({ batch }: Call): Handled => {
    if (!isFirst) return { count: batch.length };
    isFirst = false;
    return { count, failure: { policy: 'retry', reason } };
  };
};

const withinOneMember = (bench: Bench): void => {
  it('a batch handled in part resumes exactly there', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench.open().producer().send(topic, someMessages(10));
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, onceShort(3, 'a pause'));
    await watcher.hasHandled(10);
    await watcher.hasLag(0);
    await watcher.consumption.close();
    expect(watcher.bodies).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(watcher.calls[1]!.batch[0]!.offset).toBe('3');
    expect(watcher.calls.map(({ delivery }) => delivery.attempt).slice(0, 2)).toEqual([1, 2]);
    expect(watcher.failures).toEqual(['retry: a pause']);
  });

  it('a throw brings the whole batch again, and tells nothing of what was thrown but its name', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench.open().producer().send(topic, someMessages(4));
    let throws = 2;
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, ({ batch }) => {
      throws -= 1;
      if (throws >= 0) throw new TypeError('张三');
      return { count: batch.length };
    });
    await watcher.hasHandled(4);
    await watcher.consumption.close();
    expect(watcher.bodies).toEqual(['0', '1', '2', '3']);
    expect(watcher.calls.map(({ batch, delivery }) => [batch[0]!.offset, delivery.attempt]).slice(0, 3)).toEqual([
      ['0', 1],
      ['0', 2],
      ['0', 3],
    ]);
    expect(watcher.failures).toEqual(['retry: the handler threw TypeError', 'retry: the handler threw TypeError']);
  });

  it.each<[string, Handled]>([
    ['more than the batch', { count: 5 }],
    ['less than nothing', { count: -1 }],
    ['a part of a message', { count: 1.5 }],
    ['a failure after the last one', { count: 4, failure: { policy: 'park', reason: 'x' } }],
  ])('an answer of %s acknowledges nothing and is retried', async (_, answer) => {
    const topic = await bench.subject.createTopic(1);
    await bench.open().producer().send(topic, someMessages(4));
    let isFirst = true;
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, ({ batch }) => {
      const given = isFirst ? answer : { count: batch.length };
      isFirst = false;
      return given;
    });
    await watcher.hasLag(0);
    await watcher.consumption.close();
    expect(watcher.calls.map(({ batch }) => batch.length)).toEqual([4, 4]);
    expect(watcher.failures).toEqual(['retry: the handler threw RangeError']);
  });

  it('an answer that stops short and says nothing is retried from there', async () => {
    const topic = await bench.subject.createTopic(1);
    await bench.open().producer().send(topic, someMessages(4));
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] }, () => ({ count: 1 }));
    await watcher.hasHandled(4);
    await watcher.consumption.close();
    expect(watcher.bodies).toEqual(['0', '1', '2', '3']);
    expect(watcher.failures).toEqual(Array(3).fill('retry: the handler stopped and gave no reason'));
  });
};

const acrossMembers = (bench: Bench): void => {
  it('what was acknowledged does not come again, what was not does', async () => {
    const topic = await bench.subject.createTopic(1);
    const group = newGroup();
    await bench.open().producer().send(topic, someMessages(6));
    const latch = new Latch();
    const first = new Watcher(bench.open(), { group, topics: [topic], maxBatch: 2 }, async ({ batch }) => {
      if (batch[0]!.offset === '0') return { count: 2 };
      await latch.opened;
      throw new Error('the process is dying');
    });
    await first.hasCalls(2);
    const closing = first.consumption.close();
    latch.open();
    await closing;
    const second = new Watcher(bench.open(), { group, topics: [topic] });
    await second.hasHandled(4);
    await second.hasLag(0);
    expect(second.bodies).toEqual(['2', '3', '4', '5']);
    await second.consumption.close();
  });

  it('a member that comes and finds nothing new is handed nothing', async () => {
    const topic = await bench.subject.createTopic(3);
    const group = newGroup();
    const producer = bench.open().producer();
    await producer.send(topic, someMessages(30, 10));
    const first = new Watcher(bench.open(), { group, topics: [topic] });
    await first.hasHandled(30);
    await first.consumption.close();
    const second = await new Watcher(bench.open(), { group, topics: [topic] }).joined();
    await producer.send(topic, someMessages(1));
    await second.hasHandled(1);
    expect(second.handled.length).toBe(1);
    await second.consumption.close();
  });
};

const lagCases = (bench: Bench): void => {
  it('counts what is not acknowledged, over all partitions, while a handler runs', async () => {
    const topic = await bench.subject.createTopic(1);
    const group = newGroup();
    const client = bench.open();
    await client.producer().send(topic, someMessages(10));
    const latch = new Latch();
    const watcher = new Watcher(client, { group, topics: [topic], maxBatch: 4 }, async ({ batch }) => {
      if (batch[0]!.offset !== '0') await latch.opened;
      return { count: batch.length };
    });
    await watcher.hasCalls(2);
    await watcher.hasLag(6);
    await client.producer().send(topic, someMessages(5));
    await watcher.hasLag(11);
    latch.open();
    await watcher.hasLag(0);
    expect(watcher.handled.length).toBe(15);
    await watcher.consumption.close();
  });

  it('of a group that has acknowledged nothing is everything there is', async () => {
    const topics = [await bench.subject.createTopic(3), await bench.subject.createTopic(1)];
    const client = bench.open();
    for (const topic of topics) await client.producer().send(topic, someMessages(20, 20));
    const latch = new Latch();
    const hold = async () => {
      await latch.opened;
      return { count: 0 };
    };
    const watcher = new Watcher(client, { group: newGroup(), topics }, hold);
    await watcher.hasCalls(1);
    expect(await watcher.consumption.lag()).toBe(40);
    const closing = watcher.consumption.close();
    latch.open();
    await closing;
  });
};

export const progressCases = (bench: Bench): void => {
  describe('within one member', () => withinOneMember(bench));
  describe('across members', () => acrossMembers(bench));
  describe('lag', () => lagCases(bench));
};
