import type { JsonObject } from '@mediation/kernel';

/** `none`: the stream must not exist · a number: its last revision must be exactly that · `any`: no condition. */
export type ExpectedRevision = 'none' | 'any' | number;

export interface EventToAppend {
  /** UUID. The same command retried makes the same ids. */
  readonly id: string;
  /** The stored, versioned name, e.g. `dispute.registered.v1`. */
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/**
 * A place in the global order, opaque to callers: keep it, compare it with `comparePositions`, hand it back.
 * It carries the store's epoch, because a dump and restore starts a new count of transactions.
 */
export type Position = string;

export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  /** 0 for a stream's first event, without gaps. */
  readonly revision: number;
  readonly position: Position;
  /**
   * Lower-case hex SHA-256 of the event before it in its stream (64 zeros at revision 0), its revision, and the canonical
   * bytes (RFC 8785) of `{id, stream, type, data, metadata}`: history that was rewritten cannot keep its chain.
   */
  readonly hash: string;
}

export interface Appended {
  /** Revision of the last event appended. */
  readonly revision: number;
}

/** Kept with the events of the command it answers, so that a retry gets the answer the first one got. */
export interface CommandReceipt {
  readonly key: string;
  /** Hash of the request; another request under the same key is a client's mistake. */
  readonly fingerprint: string;
  readonly answer: JsonObject;
}

export interface AppendOptions {
  /** Stored in the same transaction as the events, or neither is. */
  readonly receipt?: CommandReceipt;
}

export interface ReadAllOptions {
  /** Exclusive; absent reads from the beginning. */
  readonly after?: Position | undefined;
  readonly limit: number;
}

/** What a subscriber makes of a batch. A throw is not an answer: it ends the subscription with that error. */
export interface SubscriptionHandlers {
  /** Called one batch at a time, in global order; the next batch waits until the promise settles. */
  readonly onBatch: (events: readonly StoredEvent[]) => Promise<void>;
  /** The subscription has ended for good; called at most once. Transient connection loss is retried and not reported. */
  readonly onError: (error: Error) => void;
}

export interface Subscription {
  /** Resolves once no handler is running and none will be called again. Safe to call twice. */
  close(): Promise<void>;
}

export interface SubscribeOptions {
  readonly after?: Position | undefined;
  /** Upper bound of a batch; default 500. */
  readonly batchSize?: number;
}

/**
 * An append-only store of streams with one global order.
 *
 * Guarantees: an append that resolved is durable; a stream's revisions have no gaps; all events of one append are stored
 * together or not at all; a reader that passes each position on sees every event exactly once, in an order in which an
 * event never comes before one it could have been decided on, whatever other transactions are open.
 */
export interface EventStore {
  /**
   * @throws WrongExpectedRevision when the stream is elsewhere; nothing was stored.
   * @throws ReceiptExists when `options.receipt.key` is already kept; nothing was stored.
   * @throws InvalidAppend for an empty append, a malformed id or text that cannot be stored (U+0000, a lone surrogate).
   * @throws StoreUnavailable when it cannot be known whether the append is durable; retry with the same ids and receipt.
   */
  append(
    stream: string,
    events: readonly EventToAppend[],
    expected: ExpectedRevision,
    options?: AppendOptions,
  ): Promise<Appended>;

  /** Events of one stream in order from `fromRevision` (default 0); empty when there is no such stream. */
  readStream(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]>;

  /** The next events of the global order. An empty answer means: nothing is visible beyond `after` yet. */
  readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]>;

  /** Catches up from `after`, then follows. Every event exactly once per subscription, until closed. */
  subscribe(options: SubscribeOptions, handlers: SubscriptionHandlers): Subscription;

  /** Position of the newest visible event, or undefined when the store is empty. */
  head(): Promise<Position | undefined>;

  /** Ends subscriptions and connections; an append in flight settles first. Calls after it throw StoreClosed. */
  close(): Promise<void>;
}

/** The store that commands are decided against: it also keeps the receipts of commands. */
export interface Journal extends EventStore {
  receipt(key: string): Promise<CommandReceipt | undefined>;
}

export * from './errors';
export * from './catch-up';
export * from './chain';
export * from './position';
export * from './prepare-append';
export { requireStorable } from './storable';
