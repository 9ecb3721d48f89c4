import { setTimeout as takes } from 'node:timers/promises';
import { MessagingUnavailable } from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { faultOf, newGroup, someMessages, type Bench, type Capabilities } from './subject';
import { firstOccurrences, Latch, Watcher } from './watcher';

const rebalanceCases = (bench: Bench): void => {
  it('a second member takes partitions over while handlers run; nothing is lost, and order holds', async () => {
    const topic = await bench.subject.createTopic(6);
    const group = newGroup();
    const messages = someMessages(300, 60);
    await bench.open().producer().send(topic, messages);
    const latch = new Latch();
    const first = new Watcher(bench.open(), { group, topics: [topic], maxBatch: 10 }, async ({ batch }) => {
      await latch.opened;
      return { count: batch.length };
    });
    await first.hasCalls(4);
    const second = new Watcher(bench.open(), { group, topics: [topic], maxBatch: 10 });
    const aborted = () => first.calls.filter(({ delivery }) => delivery.signal.aborted);
    await eventually('a partition is taken away', () => aborted().length > 0 || notYet(first.calls.length), {
      timeoutMs: 30_000,
    });
    await second.hasHandled(1);
    latch.open();
    await eventually('everything is acknowledged', async () => (await first.consumption.lag()) === 0 || undefined, {
      timeoutMs: 30_000,
    });
    const taken = new Set(second.handled.map(({ partition }) => partition));
    for (const { batch } of aborted()) expect(taken).toContain(batch[0]!.partition);
    const begun = [...first.calls, ...second.calls].flatMap(({ batch }) => batch);
    expect(firstOccurrences(begun)).toEqual(firstOccurrences(messages.map((message) => asReceived(message))));
    expect([first.hasOverlapped, second.hasOverlapped]).toEqual([false, false]);
    await Promise.all([first.consumption.check(), second.consumption.check()]);
    await Promise.all([first.consumption.close(), second.consumption.close()]);
  });

  it('partitions of a member that leaves are taken up by those who stay, from where it was', async () => {
    const topic = await bench.subject.createTopic(4);
    const group = newGroup();
    const producer = bench.open().producer();
    const first = await new Watcher(bench.open(), { group, topics: [topic] }).joined();
    const second = await new Watcher(bench.open(), { group, topics: [topic] }).joined();
    const both = async () => {
      await producer.send(topic, someMessages(40, 40));
      return (
        (first.handled.length > 0 && second.handled.length > 0) || notYet([first.handled.length, second.handled.length])
      );
    };
    await eventually('both have work', both, { timeoutMs: 30_000, intervalMs: 200 });
    await first.hasLag(0);
    await second.consumption.close();
    const [before, gone] = [first.handled.length, second.handled.length];
    await producer.send(topic, someMessages(40, 40));
    await first.hasHandled(before + 40);
    await first.hasLag(0);
    expect(first.handled.length).toBe(before + 40);
    expect(second.handled.length).toBe(gone);
    await first.consumption.close();
  });
};

const asReceived = ({ key, body }: { readonly key: string; readonly body: string }) => ({
  topic: '',
  partition: 0,
  offset: '',
  key,
  headers: {},
  body: Buffer.from(body),
});

const joiningCases = (bench: Bench): void => {
  it('a topic that is not there yet is waited for, and the member is none until then', async () => {
    const topic = bench.subject.newTopic();
    const watcher = new Watcher(bench.open(), { group: newGroup(), topics: [topic] });
    await expect(watcher.consumption.check()).rejects.toThrow(MessagingUnavailable);
    await bench.subject.createTopic(2, topic);
    await bench.open().producer().send(topic, someMessages(10, 10));
    await watcher.hasHandled(10);
    await watcher.consumption.check();
    await watcher.hasLag(0);
    await watcher.consumption.close();
  });
};

const slowCases = (bench: Bench, sessionTimeoutMs: number): void => {
  it('a handler that takes longer than the session is not expelled, and nothing comes again', async () => {
    const topic = await bench.subject.createTopic(2);
    await bench.open().producer().send(topic, someMessages(20, 10));
    let isFirst = true;
    const watcher = new Watcher(
      bench.open(),
      { group: newGroup(), topics: [topic], maxBatch: 5 },
      async ({ batch }) => {
        if (isFirst) {
          isFirst = false;
          await takes(sessionTimeoutMs * 1.5);
          await watcher.consumption.check();
        }
        return { count: batch.length };
      },
    );
    await watcher.hasHandled(20);
    await watcher.hasLag(0);
    await watcher.consumption.close();
    expect(watcher.handled.length).toBe(20);
    expect(new Set(watcher.handled.map(({ partition, offset }) => `${partition}/${offset}`)).size).toBe(20);
    expect(watcher.events).toEqual([{ type: 'joined' }]);
    expect(watcher.calls.map(({ delivery }) => delivery.signal.aborted)).toEqual(watcher.calls.map(() => false));
  });
};

const closingCases = (bench: Bench): void => {
  it('waits for the handler that runs, acknowledges exactly what it did and begins nothing more', async () => {
    const topic = await bench.subject.createTopic(1);
    const group = newGroup();
    const client = bench.open();
    await client.producer().send(topic, someMessages(12));
    const latch = new Latch();
    const watcher = new Watcher(client, { group, topics: [topic], maxBatch: 5 }, async () => {
      await latch.opened;
      return { count: 3, failure: { policy: 'retry', reason: 'closing' } };
    });
    await watcher.hasCalls(1);
    let isClosed = false;
    const closing = Promise.all([watcher.consumption.close(), watcher.consumption.close()]);
    void closing.then(() => (isClosed = true));
    await client.check();
    expect(watcher.calls[0]!.delivery.signal.aborted).toBe(true);
    expect(isClosed).toBe(false);
    latch.open();
    await closing;
    await watcher.consumption.ended;
    expect(watcher.calls.length).toBe(1);
    await expect(watcher.consumption.check()).rejects.toThrow();
    const next = new Watcher(client, { group, topics: [topic], maxBatch: 5 });
    await next.hasHandled(9);
    expect(next.handled.map(({ offset }) => +offset)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    await next.consumption.close();
  });

  it('a member that closes before it has joined holds nothing back from the others', async () => {
    const topic = await bench.subject.createTopic(4);
    const group = newGroup();
    const hasty = new Watcher(bench.open(), { group, topics: [topic] });
    await hasty.consumption.close();
    await bench.open().producer().send(topic, someMessages(40, 40));
    const next = new Watcher(bench.open(), { group, topics: [topic] });
    await next.hasHandled(40);
    await next.hasLag(0);
    expect(hasty.calls).toEqual([]);
    await next.consumption.close();
  });

  it('a client closes what was opened through it, and then opens nothing', async () => {
    const topic = await bench.subject.createTopic(1);
    const client = bench.open();
    const producer = client.producer();
    await producer.send(topic, someMessages(1));
    const watcher = new Watcher(client, { group: newGroup(), topics: [topic] });
    await watcher.hasHandled(1);
    await client.check();
    await Promise.all([client.close(), client.close()]);
    await watcher.consumption.ended;
    expect(await faultOf(producer.send(topic, someMessages(1)))).toBeInstanceOf(MessagingUnavailable);
    expect(await faultOf(client.check())).toBeInstanceOf(MessagingUnavailable);
    expect(() => client.producer()).toThrow(MessagingUnavailable);
    expect(() => new Watcher(client, { group: newGroup(), topics: [topic] })).toThrow(MessagingUnavailable);
  });
};

export const membershipCases = (bench: Bench, { sessionTimeoutMs }: Capabilities): void => {
  describe('join', () => joiningCases(bench));
  describe('rebalance', () => rebalanceCases(bench));
  describe('close', () => closingCases(bench));
  if (sessionTimeoutMs === undefined) describe.skip('a slow handler', () => slowCases(bench, 0));
  else describe('a slow handler', () => slowCases(bench, sessionTimeoutMs));
};
