import {
  CatchUp,
  InvalidAppend,
  prepareAppend,
  StoreClosed,
  type Appended,
  type AppendOptions,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type StoredEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionHandlers,
} from '@mediation/event-store/port';
import { Appender } from './appender';
import { Connection } from './connection';
import { toClientString } from './connection-string';
import { LiveSignal } from './live-signal';
import { Reader } from './reader';
import { Names } from './stored-form';
import { Turns } from './turns';

export interface KurrentEventStoreOptions {
  /** `kurrentdb://` or `esdb://`, with `+discover` for a cluster; parameters as KurrentDB documents them. */
  readonly connectionString: string;
  /** Shown by the server beside the connection, unless the connection string names one. Default `mediation`. */
  readonly applicationName?: string;
  /** Begins the names of all streams of the store, among whatever else the server holds. Default `mediation.`. */
  readonly streamPrefix?: string;
  /** Appends under way at once; more wait for their turn. Default 32. */
  readonly appendsInFlight?: number;
  /** Longest that one call to the server may take; a closing store waits 5,000 at most. Default 10,000. */
  readonly deadlineMs?: number;
  /** Bounds of the wait between two looks for new events when nothing tells of any. Default 10 to 2,000. */
  readonly pollMs?: { readonly min: number; readonly max: number };
}

const PAGE_SIZE = 1_000;

/** A process that is told to end has 10 seconds, and not all of them for a server that does not answer. */
const CLOSING_MS = 5_000;

class KurrentEventStore implements EventStore {
  private readonly connection: Connection;
  private readonly reader: Reader;
  private readonly appender: Appender;
  private readonly turns: Turns;
  private readonly signal: LiveSignal;
  private readonly subscriptions = new Set<CatchUp>();
  private readonly pollMs: { readonly min: number; readonly max: number };
  private closing: Promise<void> | undefined;

  constructor(options: KurrentEventStoreOptions) {
    const { appendsInFlight = 32, deadlineMs = 10_000, pollMs = { min: 10, max: 2_000 } } = options;
    const clientString = toClientString(options.connectionString, options.applicationName ?? 'mediation');
    const names = new Names(options.streamPrefix ?? 'mediation.');
    this.pollMs = pollMs;
    this.connection = new Connection({ clientString, deadlineMs });
    this.reader = new Reader(this.connection, names);
    this.appender = new Appender({ connection: this.connection, reader: this.reader, names, deadlineMs });
    this.turns = new Turns(appendsInFlight);
    this.signal = new LiveSignal(this.connection, names, () => this.subscriptions.forEach((each) => each.wake()));
  }

  async append(
    stream: string,
    events: readonly EventToAppend[],
    expected: ExpectedRevision,
    options?: AppendOptions,
  ): Promise<Appended> {
    this.requireOpen();
    if (options?.receipt !== undefined) throw new InvalidAppend('this store keeps no receipts');
    const prepared = prepareAppend({ stream, expected }, events);
    return { revision: await this.turns.take(stream, () => this.appender.append(prepared)) };
  }

  async readStream(stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    this.requireOpen();
    return this.reader.readStream(stream, fromRevision);
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<readonly StoredEvent[]> {
    this.requireOpen();
    return this.reader.readAll(after, limit);
  }

  subscribe(options: SubscribeOptions, handlers: SubscriptionHandlers): Subscription {
    this.requireOpen();
    const source = {
      readPage: (after: Position | undefined, limit: number) => this.reader.readAll(after, limit),
      pageSize: PAGE_SIZE,
      pollMs: this.pollMs,
      onEnd: (ended: CatchUp) => void this.subscriptions.delete(ended),
    };
    const subscription = new CatchUp(source, options, handlers);
    this.subscriptions.add(subscription);
    this.signal.start();
    return subscription;
  }

  async head(): Promise<Position | undefined> {
    this.requireOpen();
    return this.reader.head();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  /** Connecting, and asking what the server can do, take several round trips that the first calls shall not wait for. */
  warmUp(): void {
    void Promise.allSettled([this.reader.head(), this.appender.warmUp()]);
  }

  private async end(): Promise<void> {
    const impatience = setTimeout(() => this.connection.giveUp(), CLOSING_MS);
    const subscriptions = [...this.subscriptions].map((subscription) => subscription.close());
    await Promise.all([...subscriptions, this.turns.drained()]);
    await this.signal.close();
    await this.connection.close();
    clearTimeout(impatience);
  }

  private requireOpen(): void {
    if (this.closing) throw new StoreClosed();
  }
}

/**
 * Opens a store; it connects at once, and again whenever the server comes back.
 * @throws StartError for a connection string it does not understand
 */
export const kurrentEventStore = (options: KurrentEventStoreOptions): EventStore => {
  const store = new KurrentEventStore(options);
  store.warmUp();
  return store;
};
