import { setTimeout as delay } from 'node:timers/promises';
import { MessagingError } from './errors';
import type { ConsumeOptions, Failure, Handled, ReceivedMessage } from './messaging';
import { tell } from './tell';

/** What an adapter lends for the messages of one partition. */
export interface LaneSource {
  /** Runs the work when a handler's place is free: handlers of other partitions are running too. */
  readonly enter: <T>(work: () => Promise<T>) => Promise<T>;
  /** The lane's first `count` messages need not come again. Never rejects: what could not be said is said with the next. */
  readonly acknowledge: (count: number) => Promise<void>;
  /** Resolves when the broker has acknowledged a copy of the lane's message at `index`. */
  readonly park: (index: number, reason: string) => Promise<void>;
  /** Aborted when the partition is taken away or the consumption is closing. */
  readonly signal: AbortSignal;
}

type Handling = Pick<ConsumeOptions, 'handle' | 'maxBatch' | 'onEvent'>;

const DEFAULT_BATCH = 500;

/** Bounds of the wait before a message comes again, in milliseconds. */
const WAIT_MS = { min: 100, max: 5_000 } as const;

const waitMs = (attempt: number): number => Math.min(WAIT_MS.min * 2 ** (attempt - 1), WAIT_MS.max);

/** An error's own text may quote the message that it is about. */
const nameOf = (error: unknown): string => {
  if (error instanceof MessagingError) return error.code;
  return error instanceof Error ? error.name : typeof error;
};

/** @throws RangeError for an answer that no batch of this size can have. */
const requireAnswer = ({ count, failure }: Handled, size: number): Handled => {
  const most = failure ? size - 1 : size;
  if (!Number.isInteger(count) || count < 0 || count > most) throw new RangeError('count');
  if (failure || count === size) return { count, ...(failure && { failure }) };
  return { count, failure: { policy: 'retry', reason: 'the handler stopped and gave no reason' } };
};

/** Messages of one partition on their way through the handler: in order, one batch at a time, under its failure policy. */
export class Lane {
  private position = 0;
  private attempt = 1;

  constructor(
    private readonly messages: readonly ReceivedMessage[],
    private readonly source: LaneSource,
    private readonly handling: Handling,
  ) {}

  /** Resolves when all is handled or nothing more may begin; to the reason when the handler wants the consumption to stop. */
  async run(): Promise<string | undefined> {
    while (this.position < this.messages.length && !this.source.signal.aborted) {
      const failure = await this.handleNext();
      if (failure?.policy === 'stop') return failure.reason;
      if (failure) await this.overcome(failure);
    }
    return undefined;
  }

  private async handleNext(): Promise<Failure | undefined> {
    const { count, failure } = await this.source.enter(() => this.callHandler());
    if (failure) this.report(failure, this.position + count);
    if (failure?.policy !== 'stop') await this.advance(count);
    return failure;
  }

  private async callHandler(): Promise<Handled> {
    const { signal } = this.source;
    if (signal.aborted) return { count: 0 };
    const batch = this.messages.slice(this.position, this.position + (this.handling.maxBatch ?? DEFAULT_BATCH));
    try {
      return requireAnswer(await this.handling.handle(batch, { attempt: this.attempt, signal }), batch.length);
    } catch (error) {
      return { count: 0, failure: { policy: 'retry', reason: `the handler threw ${nameOf(error)}` } };
    }
  }

  private async overcome({ policy, reason }: Failure): Promise<void> {
    if (policy === 'park') return this.park(reason);
    await this.pause();
  }

  /** Begun only while the partition is ours: otherwise it is left to who gets the message next. */
  private async park(reason: string): Promise<void> {
    while (!this.source.signal.aborted) {
      try {
        await this.source.park(this.position, reason);
        return await this.advance(1);
      } catch (error) {
        this.report({ policy: 'retry', reason: `not taken by the dead-letter topic: ${nameOf(error)}` }, this.position);
        await this.pause();
      }
    }
  }

  private async advance(count: number): Promise<void> {
    if (count === 0) return;
    this.position += count;
    this.attempt = 1;
    await this.source.acknowledge(this.position);
  }

  private async pause(): Promise<void> {
    await delay(waitMs(this.attempt), undefined, { signal: this.source.signal }).catch(() => undefined);
    this.attempt += 1;
  }

  private report(failure: Failure, index: number): void {
    const { topic, partition, offset } = this.messages[index]!;
    tell(this.handling, { type: 'failed', failure, topic, partition, offset });
  }
}
