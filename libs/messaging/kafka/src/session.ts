import type { Consumer, EachBatchPayload } from 'kafkajs';
import { openClient, RETRY } from './client';
import { Commits } from './commits';
import type { KafkaOptions } from './kafka-options';
import type { FetchedMessage, TopicPartition } from './records';
import type { Sockets } from './sockets';
import { goodbye, Late } from './within';

/** Messages of one partition, which is fetched no further until they are released. */
export interface Fetched extends TopicPartition {
  readonly messages: readonly FetchedMessage[];
  /** The offset after the first `count` messages; after all of them, also after what the broker keeps between messages. */
  nextOffset(count: number): string;
  commit(offset: string): Promise<void>;
  /** Fetch on: after these messages, or (where they were not handled) from wherever the next owner is to begin. */
  release(how: 'handled' | 'given-up'): void;
}

export interface SessionHandlers {
  /** The partitions that are ours from now on. `isNew`: as a member that the group did not know before. */
  readonly onAssigned: (partitions: readonly TopicPartition[], isNew: boolean) => void;
  readonly onFetched: (fetched: Fetched) => void;
}

export interface Subscription {
  readonly group: string;
  readonly topics: readonly string[];
}

const SESSION_TIMEOUT_MS = 10_000;

/** A member learns by its heartbeat that others have come or gone, and they wait for it until then. */
const HEARTBEAT_MS = 500;

/** A lone message is handed over within this time; an idle member asks this often. */
const MAX_WAIT_MS = 50;
const MAX_BYTES = { partition: 1_048_576, request: 16_777_216 } as const;
const WATCH_MS = 500;
const SLACK_MS = 5_000;
const after = (offset: string): string => String(BigInt(offset) + 1n);

/**
 * One membership, from joining to its loss: kafkajs fetches and keeps the place in the group, and nothing else. A batch is
 * taken from it at once and its partition paused, so that its loop goes round, heartbeats included, however long a handler takes.
 */
export class Session {
  /** Resolves to what ended it: undefined when it was closed. */
  readonly over: Promise<unknown>;
  private readonly consumer: Consumer;
  private readonly sockets: Sockets;
  private readonly started: Promise<void>;
  private readonly watch: NodeJS.Timeout;
  private readonly timeoutMs: number;
  private lose: (error: unknown) => void = () => undefined;
  private commits: Commits | undefined;
  private memberId: string | undefined;
  private lastSign = performance.now();
  private beats = 0;

  constructor(
    options: KafkaOptions,
    private readonly subscription: Subscription,
    private readonly handlers: SessionHandlers,
  ) {
    const { kafka, sockets } = openClient(options);
    this.timeoutMs = options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
    this.sockets = sockets;
    this.over = new Promise((resolve) => (this.lose = resolve));
    this.consumer = kafka.consumer({
      groupId: subscription.group,
      sessionTimeout: this.timeoutMs,
      rebalanceTimeout: 2 * this.timeoutMs,
      heartbeatInterval: Math.min(Math.floor(this.timeoutMs / 10), HEARTBEAT_MS),
      minBytes: 1,
      maxWaitTimeInMs: MAX_WAIT_MS,
      maxBytesPerPartition: MAX_BYTES.partition,
      maxBytes: MAX_BYTES.request,
      allowAutoTopicCreation: false,
      // A restart by kafkajs cannot be called off once it is under way: whoever holds the session begins a new one.
      retry: { ...RETRY, retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    this.listen();
    this.watch = setInterval(() => this.endIfSilent(), WATCH_MS).unref();
    this.started = this.start();
    void this.over.then(() => this.stop());
  }

  /** Whether the group counts on it: it has joined, is connected and was heard within the session's time. */
  get isMember(): boolean {
    return this.memberId !== undefined && this.sockets.isConnected && this.silence() < this.timeoutMs;
  }

  get hasJoined(): boolean {
    return this.memberId !== undefined;
  }

  /** Whether it went well for a while. */
  get hasBeaten(): boolean {
    return this.beats > 0;
  }

  /** Leaves the group if a broker answers in time. Joining is waited for: kafkajs would join after it was told to stop. */
  async close(): Promise<void> {
    if (!this.sockets.isCut) await goodbye(this.started.then(() => this.consumer.disconnect()));
    this.lose(undefined);
    await this.over;
  }

  private stop(): void {
    clearInterval(this.watch);
    this.sockets.cut();
  }

  private silence(): number {
    return performance.now() - this.lastSign;
  }

  /** kafkajs reports a crash only after it has disconnected, which may take for ever; a join takes as long as the others let it. */
  private endIfSilent(): void {
    if (this.silence() > 3 * this.timeoutMs + SLACK_MS) this.lose(new Late('no sign of life'));
  }

  private listen(): void {
    const { GROUP_JOIN, HEARTBEAT, CRASH } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, ({ payload }) => {
      if (this.sockets.isCut) return;
      const isNew = payload.memberId !== this.memberId;
      this.memberId = payload.memberId;
      this.lastSign = performance.now();
      const partitions = Object.entries(payload.memberAssignment).flatMap(([topic, numbers]) =>
        numbers.map((partition) => ({ topic, partition })),
      );
      this.handlers.onAssigned(partitions, isNew);
    });
    this.consumer.on(HEARTBEAT, () => {
      this.beats += 1;
      this.lastSign = performance.now();
    });
    this.consumer.on(CRASH, ({ payload }) => this.lose(payload.error));
  }

  private async start(): Promise<void> {
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({ topics: [...this.subscription.topics], fromBeginning: true });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => Promise.resolve(this.take(payload)),
      });
    } catch (error) {
      this.lose(error);
    }
  }

  private take({ batch, pause, resolveOffset, commitOffsetsIfNecessary }: EachBatchPayload): void {
    const resume = pause();
    if (this.sockets.isCut) return;
    const { topic, partition, messages } = batch;
    const last = batch.lastOffset();
    this.commits ??= new Commits(commitOffsetsIfNecessary);
    const commits = this.commits;
    this.handlers.onFetched({
      topic,
      partition,
      messages,
      nextOffset: (count) => after(count === messages.length ? last : messages[count - 1]!.offset),
      commit: (offset) => commits.tell({ topic, partition }, offset),
      release: (how) => {
        if (how === 'handled') resolveOffset(last);
        resume();
      },
    });
  }
}
