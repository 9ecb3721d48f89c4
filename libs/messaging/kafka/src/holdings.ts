import { setTimeout as delay } from 'node:timers/promises';
import { createGate, defaultDeadLetterTopic, Lane, type ConsumeOptions } from '@mediation/messaging/port';
import { describeFault } from './faults';
import type { KafkaOptions } from './kafka-options';
import { KafkaProducer } from './kafka-producer';
import { toDeadLetter, toReceived, type TopicPartition } from './records';
import type { Fetched } from './session';
import { within } from './within';

/** Messages of one partition in our hands. */
interface Holding {
  readonly fetched: Fetched;
  readonly leaving: AbortController;
  /** What it has done can no longer be acknowledged: the partition may be in other hands. */
  isRevoked: boolean;
  settled: Promise<void>;
}

const CONCURRENT_PARTITIONS = 4;

/** Short: the lane asks again, with a growing wait. */
const PARK_PATIENCE_MS = 2_000;

const COMMIT_MS = 3_000;
/** Bounds of the wait before a commit is told again, in milliseconds. */
const COMMIT_WAIT_MS = { min: 100, max: 5_000 } as const;

const isSame = (a: TopicPartition, b: TopicPartition): boolean => a.topic === b.topic && a.partition === b.partition;

/** What a member has been handed and is not done with, over rebalances and sessions. */
export class Holdings {
  private readonly enter = createGate(CONCURRENT_PARTITIONS);
  private readonly deadLetters: KafkaProducer;
  private readonly held = new Set<Holding>();
  private isClosing = false;

  constructor(
    private readonly options: KafkaOptions,
    private readonly asked: ConsumeOptions,
    private readonly onStop: (reason: string) => void,
  ) {
    this.deadLetters = new KafkaProducer(options, PARK_PATIENCE_MS);
  }

  /** While a handler is still at work on the partition for an earlier assignment, these wait for it. */
  take(fetched: Fetched): void {
    if (this.isClosing) return;
    const before = [...this.held].filter((holding) => isSame(holding.fetched, fetched));
    const holding: Holding = { fetched, leaving: new AbortController(), isRevoked: false, settled: Promise.resolve() };
    this.held.add(holding);
    holding.settled = Promise.all(before.map(({ settled }) => settled))
      .then(() => this.work(holding))
      .finally(() => this.held.delete(holding));
  }

  /** What is in none of these partitions is taken away. */
  keepOnly(partitions: readonly TopicPartition[]): void {
    for (const holding of this.held) {
      if (!partitions.some((place) => isSame(place, holding.fetched))) this.revoke(holding);
    }
  }

  giveUpAll(): void {
    this.keepOnly([]);
  }

  /** Begins nothing more, and resolves when the handlers have finished and what they did is acknowledged. */
  async finish(): Promise<void> {
    this.isClosing = true;
    for (const { leaving } of this.held) leaving.abort();
    await Promise.all([this.deadLetters.close(), ...[...this.held].map(({ settled }) => settled)]);
  }

  private revoke(holding: Holding): void {
    if (holding.isRevoked) return;
    holding.isRevoked = true;
    holding.leaving.abort();
    // Else the partition would stay paused if it came back to us.
    holding.fetched.release('given-up');
  }

  private async work(holding: Holding): Promise<void> {
    const { fetched, leaving } = holding;
    const messages = fetched.messages.map((message) => toReceived(fetched, message));
    const source = {
      enter: this.enter,
      signal: leaving.signal,
      acknowledge: (count: number) => this.acknowledge(holding, fetched.nextOffset(count)),
      park: (index: number, reason: string) => this.park(fetched, index, reason),
    };
    const reason = await new Lane(messages, source, this.asked).run();
    if (reason !== undefined) this.onStop(reason);
    else if (!leaving.signal.aborted) fetched.release('handled');
  }

  /**
   * A commit fails in the middle of a rebalance or with the connection. It is told again for as long as it can count, but when
   * closing only once: a broker that is away would hold everything up.
   */
  private async acknowledge(holding: Holding, offset: string): Promise<void> {
    const { topic, partition, commit } = holding.fetched;
    for (let wait: number = COMMIT_WAIT_MS.min; !holding.isRevoked; wait = Math.min(wait * 2, COMMIT_WAIT_MS.max)) {
      const isLast = this.isClosing;
      try {
        return await within(COMMIT_MS, commit(offset));
      } catch (error) {
        const message = 'what was handled is not acknowledged yet';
        this.options.onLog?.({ level: 'warn', message, topic, partition, error: describeFault(error) });
        if (isLast) return;
        await delay(wait);
      }
    }
  }

  private park(fetched: Fetched, index: number, reason: string): Promise<void> {
    const deadLetterTopic = (this.asked.deadLetterTopic ?? defaultDeadLetterTopic)(fetched.topic);
    return this.deadLetters.sendRecords(deadLetterTopic, [toDeadLetter(fetched, fetched.messages[index]!, reason)]);
  }
}
