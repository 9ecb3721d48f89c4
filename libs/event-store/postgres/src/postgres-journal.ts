import {
  CatchUp,
  prepareAppend,
  StoreClosed,
  type Appended,
  type AppendOptions,
  type CommandReceipt,
  type EventToAppend,
  type ExpectedRevision,
  type Journal,
  type Position,
  type ReadAllOptions,
  type StoredEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionHandlers,
} from '@mediation/event-store/port';
import { AppendLane } from './append-lane';
import { Appender, type Answer } from './appender';
import { Database, type DatabaseOptions } from './database';
import { Listener, Notifier } from './notifications';
import { Reader } from './reader';

export interface PostgresJournalOptions {
  /** A login that is a member of `mediation_app`, to a database with the journal's migrations. */
  readonly connectionString: string;
  /** Connections that append; more appends in flight than these share transactions. Default 4. */
  readonly poolSize?: number;
  /** Connections that read, for streams, pages and subscriptions together. Default 4. */
  readonly readPoolSize?: number;
  /** Shown in pg_stat_activity. Default `journal`. */
  readonly applicationName?: string;
  /** Longest that one statement may take. Default 30,000. */
  readonly statementTimeoutMs?: number;
  /** Bounds of the wait between two looks for new events when no notification comes. Default 10 to 1,000. */
  readonly pollMs?: { readonly min: number; readonly max: number };
}

const PAGE_SIZE = 1_000;

class PostgresJournal implements Journal {
  private readonly appends: Database;
  private readonly reads: Database;
  private readonly reader: Reader;
  private readonly lane: AppendLane<Answer>;
  private readonly notifier: Notifier;
  private readonly listener: Listener;
  private readonly subscriptions = new Set<CatchUp>();
  private readonly pollMs: { readonly min: number; readonly max: number };
  private closing: Promise<void> | undefined;

  constructor(options: PostgresJournalOptions) {
    const { poolSize = 4, readPoolSize = 4, pollMs = { min: 10, max: 1_000 } } = options;
    const database: DatabaseOptions = {
      connectionString: options.connectionString,
      applicationName: options.applicationName ?? 'journal',
      statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
      connections: poolSize,
    };
    this.pollMs = pollMs;
    this.appends = new Database(database);
    this.reads = new Database({ ...database, connections: readPoolSize });
    this.reader = new Reader(this.reads);
    const appender = new Appender(this.appends, this.reader);
    this.lane = new AppendLane(poolSize, (batch) => appender.run(batch));
    this.notifier = new Notifier(this.reads);
    this.listener = new Listener(database, () => this.subscriptions.forEach((subscription) => subscription.wake()));
  }

  async append(
    stream: string,
    events: readonly EventToAppend[],
    expected: ExpectedRevision,
    options?: AppendOptions,
  ): Promise<Appended> {
    this.requireOpen();
    const answer = await this.lane.submit(prepareAppend({ stream, expected }, events, options));
    if (typeof answer !== 'number') throw answer;
    this.notifier.announce();
    return { revision: answer };
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
    this.listener.start();
    return subscription;
  }

  async head(): Promise<Position | undefined> {
    this.requireOpen();
    return this.reader.head();
  }

  async receipt(key: string): Promise<CommandReceipt | undefined> {
    this.requireOpen();
    return this.reader.receipt(key);
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.lane.drained();
    await Promise.all([this.appends.close(), this.reads.close(), this.listener.close()]);
  }

  private requireOpen(): void {
    if (this.closing) throw new StoreClosed();
  }
}

/** Opens a journal; it connects when it is first used, and again whenever the server comes back. */
export const postgresJournal = (options: PostgresJournalOptions): Journal => new PostgresJournal(options);
