import { setTimeout as delay } from 'node:timers/promises';
import { MessagingUnavailable, type Message, type Producer } from '@mediation/messaging/port';
import { eventually, notYet } from '@mediation/testing';
import { aMessage, faultOf, newGroup, utf8, type Bench, type MortalSubject } from './subject';
import { firstOccurrences, Watcher } from './watcher';

/** A producer that sends one message after another, each until it is acknowledged. */
class Sender {
  readonly acknowledged: Message[] = [];
  readonly faults: Error[] = [];
  private isEnough = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {
    this.running = this.run();
  }

  async reached(count: number): Promise<void> {
    const goal = this.acknowledged.length + count;
    await eventually('more is acknowledged', () => this.acknowledged.length >= goal || notYet(this.faults.at(-1)), {
      timeoutMs: 60_000,
    });
  }

  async finish(): Promise<void> {
    this.isEnough = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isEnough) {
      const message = aMessage(`key-${this.acknowledged.length % 7}`, String(this.acknowledged.length));
      await this.sendUntilAcknowledged(message);
      this.acknowledged.push(message);
      await delay(2);
    }
  }

  private async sendUntilAcknowledged(message: Message): Promise<void> {
    for (;;) {
      try {
        return await this.producer.send(this.topic, [message]);
      } catch (error) {
        this.faults.push(error as Error);
      }
    }
  }
}

const orderOf = (messages: readonly Message[]): Map<string, string[]> => {
  const bodies = new Map<string, string[]>();
  for (const { key, body } of messages) bodies.set(key, [...(bodies.get(key) ?? []), body]);
  return bodies;
};

export const disconnectCases = (bench: Bench<MortalSubject>): void => {
  it.each(['politely', 'kill'] as const)(
    'a broker that goes (%s) and comes back: nothing acknowledged is lost, and work is taken up again',
    async (how) => {
      const topic = await bench.subject.createTopic(3);
      const client = bench.open();
      const watcher = await new Watcher(client, { group: newGroup(), topics: [topic] }).joined();
      const sender = new Sender(bench.open().producer(), topic);
      await sender.reached(50);
      await watcher.hasHandled(10);

      await bench.subject.stop(how);
      expect(await faultOf(client.check())).toBeInstanceOf(MessagingUnavailable);
      expect(await faultOf(watcher.consumption.lag())).toBeInstanceOf(MessagingUnavailable);
      const cutOff = () =>
        watcher.consumption.check().then(
          () => notYet('a member'),
          () => true,
        );
      await eventually('the consumption knows', cutOff, { timeoutMs: 20_000 });
      await bench.subject.start();

      await sender.reached(50);
      await sender.finish();
      const bodies = () => new Set(watcher.handled.map(({ body }) => utf8(body)));
      const all = () => bodies().size === sender.acknowledged.length || notYet(bodies().size);
      await eventually('everything is handled', all, { timeoutMs: 60_000 });
      await watcher.hasLag(0);
      await watcher.joined();
      await client.check();
      expect(firstOccurrences(watcher.handled)).toEqual(orderOf(sender.acknowledged));
      expect(sender.faults.filter((fault) => !(fault instanceof MessagingUnavailable))).toEqual([]);
      expect(watcher.hasOverlapped).toBe(false);
      await watcher.consumption.close();
    },
    180_000,
  );

  it('closes in bounded time while the broker is away', async () => {
    const topic = await bench.subject.createTopic(1);
    const client = bench.open();
    const producer = client.producer();
    const watcher = await new Watcher(client, { group: newGroup(), topics: [topic] }).joined();
    await producer.send(topic, [aMessage('key', '0')]);
    await watcher.hasHandled(1);
    await bench.subject.stop('kill');
    const fault = await faultOf(producer.send(topic, [aMessage('key', '1')]));
    expect(fault).toBeInstanceOf(MessagingUnavailable);
    const begun = performance.now();
    await client.close();
    expect(performance.now() - begun).toBeLessThan(8_000);
    await watcher.consumption.ended;
    await bench.subject.start();
  }, 120_000);
};
