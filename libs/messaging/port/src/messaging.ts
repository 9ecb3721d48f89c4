/** One record of a topic, as it is sent. Keys and headers are seen by operators and brokers: no personal data in either. */
export interface Message {
  /** Messages of one key keep their order. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8. */
  readonly body: string;
}

/** One record as it came; nothing is assumed of who sent it. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly partition: number;
  /** Grows within the partition, not always by one. */
  readonly offset: string;
  readonly key: string | undefined;
  /** A header that is repeated counts once, by its first value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * What is to become of the first message that a handler did not handle. `reason` is logged and stored: no payload in it.
 * - `retry`: a passing fault. The same message comes again after a growing wait, and those behind it in its partition wait.
 * - `park`: never readable or never right. It goes, byte for byte and with the reason, to the dead-letter topic, and the next
 *   one is handled; it counts as handled only when the broker has acknowledged the copy.
 * - `stop`: going on would do harm. Nothing is acknowledged and the consumption ends with that reason.
 */
export type Failure =
  | { readonly policy: 'retry'; readonly reason: string }
  | { readonly policy: 'park'; readonly reason: string }
  | { readonly policy: 'stop'; readonly reason: string };

/** The first `count` messages of the batch have had their whole effect, durably; `failure` is of the next one. */
export interface Handled {
  readonly count: number;
  /** Absent only when `count` is the whole batch. */
  readonly failure?: Failure;
}

export interface Delivery {
  /** 1 for a batch's first attempt, more when its first message is being retried. */
  readonly attempt: number;
  /** Aborted when the partition is taken away or the consumption is closing: finish what has begun, begin nothing more. */
  readonly signal: AbortSignal;
}

/**
 * Called with messages of one partition, in order, one batch at a time. A throw counts as `retry` of the whole batch.
 * Around a rebalance or a crash messages come again, and for a moment two members may hold the same ones: effects must be
 * idempotent.
 */
export type MessageHandler = (batch: readonly ReceivedMessage[], delivery: Delivery) => Promise<Handled>;

export interface ConsumeOptions {
  /** Members of one group share the topics' partitions and their progress. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly handle: MessageHandler;
  /** Upper bound of a batch; default 500. */
  readonly maxBatch?: number;
  /** Where `park` puts a message; default `<topic>.dead-letter`. */
  readonly deadLetterTopic?: (topic: string) => string;
  /** Told of each failure that was answered or thrown, and of connections lost and found. */
  readonly onEvent?: (event: ConsumptionEvent) => void;
}

export type ConsumptionEvent =
  | {
      readonly type: 'failed';
      readonly failure: Failure;
      readonly topic: string;
      readonly partition: number;
      readonly offset: string;
    }
  | { readonly type: 'joined' | 'disconnected' };

/** A group member at work. */
export interface Consumption {
  /** Resolves after `close()`; rejects once, with ConsumptionEnded, when it has ended by itself and will not go on. */
  readonly ended: Promise<void>;
  /** Resolves while it is a member of its group; rejects when it has ended or is cut off. For the health probe. */
  check(): Promise<void>;
  /** Messages of the group not yet acknowledged, over all partitions. @throws MessagingUnavailable */
  lag(): Promise<number>;
  /** Waits for the handler that is running, acknowledges what it did and leaves the group. Safe to call twice. */
  close(): Promise<void>;
}

export interface Producer {
  /**
   * Resolves when every in-sync replica has every message; some may then be stored twice, but no key's first copies out of
   * order. Callers send one batch at a time where order matters: batches in flight together may overtake each other. When it
   * rejects, any of them may have been stored: send the same ones again.
   * @throws MessagingUnavailable after the adapter's own retries
   * @throws MessageRejected when the broker will never take one of them (too large, unknown topic)
   */
  send(topic: string, messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}

export interface Messaging {
  producer(): Producer;
  consume(options: ConsumeOptions): Consumption;
  /** Resolves when a broker answers. @throws MessagingUnavailable */
  check(): Promise<void>;
  /** Closes what was opened through it, consumptions first. Safe to call twice. */
  close(): Promise<void>;
}
