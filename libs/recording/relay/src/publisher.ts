import type { Position, StoredEvent } from '@mediation/event-store/port';
import { MessageRejected, type Producer } from '@mediation/messaging/port';
import { LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import { cutInBatches, toOutgoing, type Outgoing } from './batches';
import { GrowingPause } from './pause';
import { LeaseLost, type Tenure } from './tenure';

/** An event that the broker refuses. Everything before it is published, nothing behind it is. */
export interface StoppedAt {
  readonly stream: string;
  readonly revision: number;
}

export interface PublisherOptions {
  readonly producer: Producer;
  readonly source: string;
  readonly tenure: Tenure;
  /** Begin no further send. */
  readonly closing: AbortSignal;
  /** Wait no longer for the send in flight. */
  readonly abandoned: AbortSignal;
  readonly onFailure: (error: Error, stoppedAt?: StoppedAt) => void;
  readonly onSuccess: () => void;
}

/** A partition's share of a batch stays below what brokers take by default (1 MiB), even when all of it goes to one. */
const BATCH = { count: 500, bytes: 900_000 } as const;

/** Publishes in order, one send in flight, and keeps the checkpoint; one for each term. */
export class Publisher {
  private readonly unavailable = new GrowingPause({ firstMs: 100, mostMs: 5_000 });
  /** Seldom, since a person has to raise the broker's limit. */
  private readonly rejected = new GrowingPause({ firstMs: 1_000, mostMs: 60_000 });
  private position: Position | undefined;
  private published: number;
  private advancing: Promise<void> = Promise.resolve();

  constructor(private readonly options: PublisherOptions) {
    this.position = options.tenure.grant.checkpoint;
    this.published = options.tenure.grant.published;
  }

  /** Everything up to here is acknowledged. */
  get reached(): Position | undefined {
    return this.position;
  }

  /** The journal does not know the checkpoint. */
  startOver(): void {
    this.position = undefined;
  }

  /** Tries until every event is acknowledged. @throws LeaseLost, or the reason of `closing` or `abandoned` */
  async publish(events: readonly StoredEvent[]): Promise<void> {
    const messages = events.map((event) => toOutgoing(this.options.source, event));
    for (const batch of cutInBatches(messages, BATCH)) await this.deliver(batch);
  }

  /** Resolves when the last checkpoint is kept, or cannot be. */
  async settled(): Promise<void> {
    await this.advancing.catch(() => undefined);
  }

  private async deliver(batch: readonly Outgoing[]): Promise<void> {
    const { tenure, closing, onFailure, onSuccess } = this.options;
    for (;;) {
      await tenure.ensure(closing);
      const error = await this.send(batch);
      if (error === undefined) {
        onSuccess();
        return this.acknowledged(batch);
      }
      if (!(error instanceof MessageRejected)) {
        onFailure(error);
        await this.unavailable.wait(closing);
      } else if (batch.length > 1) {
        return this.deliverInHalves(batch);
      } else {
        onFailure(error, batch[0]!.event);
        await this.rejected.wait(closing);
      }
    }
  }

  /** Finds the one that is refused, with everything before it published. */
  private async deliverInHalves(batch: readonly Outgoing[]): Promise<void> {
    const middle = Math.ceil(batch.length / 2);
    await this.deliver(batch.slice(0, middle));
    await this.deliver(batch.slice(middle));
  }

  /** Why the broker did not acknowledge all of it, or undefined when it did. */
  private async send(batch: readonly Outgoing[]): Promise<Error | undefined> {
    const { producer, abandoned } = this.options;
    const sent = producer.send(
      LIFECYCLE_TOPIC,
      batch.map(({ message }) => message),
    );
    try {
      await unlessAborted(sent, abandoned);
      return undefined;
    } catch (error) {
      abandoned.throwIfAborted();
      return error as Error;
    }
  }

  /**
   * The checkpoint is kept while the next batch is on its way, and before the one after that: what a crash makes a successor
   * repeat is two batches at most.
   */
  private async acknowledged(batch: readonly Outgoing[]): Promise<void> {
    this.unavailable.reset();
    this.rejected.reset();
    this.position = batch[batch.length - 1]!.event.position;
    this.published += batch.length;
    const [position, published] = [this.position, this.published];
    await this.advancing;
    this.advancing = this.advance(position, published);
    this.advancing.catch(() => undefined); // Seen when it is awaited.
  }

  private async advance(position: Position, published: number): Promise<void> {
    const { tenure, closing } = this.options;
    const waits = new GrowingPause({ firstMs: 50, mostMs: 1_000 });
    for (;;) {
      try {
        return await tenure.advance(position, published);
      } catch (error) {
        if (error instanceof LeaseLost || closing.aborted) throw error;
        await waits.wait(closing);
      }
    }
  }
}

const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
