import { ConsumptionEnded } from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { faultOf, newGroup, someMessages, type Bench } from './subject';
import { failOn, Latch, Watcher } from './watcher';

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
  describe('stop', () => stopCases(bench));
};
