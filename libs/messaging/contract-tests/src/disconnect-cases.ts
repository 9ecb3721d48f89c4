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

const aClientAtWork = async (bench: Bench<MortalSubject>) => {
  const topic = await bench.subject.createTopic(1);
  const client = bench.open();
  const producer = client.producer();
  const watcher = await new Watcher(client, { group: newGroup(), topics: [topic] }).joined();
  await producer.send(topic, [aMessage('key', '0')]);
  await watcher.hasHandled(1);
  return { client, watcher, send: () => producer.send(topic, [aMessage('key', '1')]) };
};

/** What it cannot send any more it does not answer for. */
const closesInBoundedTime = async ({ client, watcher, send }: Awaited<ReturnType<typeof aClientAtWork>>) => {
  const sending = faultOf(send());
  const begun = performance.now();
  await client.close();
  expect(performance.now() - begun).toBeLessThan(8_000);
  expect(await sending).toBeInstanceOf(MessagingUnavailable);
  await watcher.consumption.ended;
};

const atWork = async (bench: Bench<MortalSubject>) => {
  const topic = await bench.subject.createTopic(3);
  const client = bench.open();
  const watcher = await new Watcher(client, { group: newGroup(), topics: [topic] }).joined();
  const sender = new Sender(bench.open().producer(), topic);
  await sender.reached(50);
  await watcher.hasHandled(10);
  return { client, watcher, sender };
};

type Work = Awaited<ReturnType<typeof atWork>>;

const tellsTheTruth = async ({ client, watcher }: Work): Promise<void> => {
  const limit = { timeoutMs: 20_000 };
  const rejects = (probe: () => Promise<unknown>) => () =>
    probe().then(
      () => notYet('an answer'),
      (error: unknown) => error instanceof MessagingUnavailable || notYet(String(error)),
    );
  await eventually(
    'the member knows',
    rejects(() => watcher.consumption.check()),
    limit,
  );
  await eventually(
    'the client knows',
    rejects(() => client.check()),
    limit,
  );
  await eventually(
    'nobody knows the lag',
    rejects(() => watcher.consumption.lag()),
    limit,
  );
};

const takesUpAgain = async ({ client, watcher, sender }: Work): Promise<void> => {
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
};

/** Nothing acknowledged is lost, the order of keys holds, and nobody has to do anything. */
export const disconnectCases = (bench: Bench<MortalSubject>): void => {
  it('work is taken up again after a restart of the broker', async () => {
    const work = await atWork(bench);
    const restarting = bench.subject.restart();
    await tellsTheTruth(work);
    await restarting;
    await takesUpAgain(work);
  }, 120_000);

  it('work is taken up again after the broker was killed; who closes meanwhile does so in bounded time', async () => {
    const work = await atWork(bench);
    const idle = await aClientAtWork(bench);
    await bench.subject.kill();
    await tellsTheTruth(work);
    await closesInBoundedTime(idle);
    await bench.subject.restart();
    await takesUpAgain(work);
  }, 120_000);
};
