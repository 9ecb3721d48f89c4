import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { UnknownPosition } from '@mediation/event-store/port';
import { LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import { openPool } from './database';
import { LagWatch } from './lag';
import { Lease } from './lease';
import { pause } from './pause';
import { Publisher, type StoppedAt } from './publisher';
import type { Relay, RelayEvent, RelayOptions, RelayStatus } from './relay';
import { LeaseLost, Tenure } from './tenure';

const DEFAULT_TTL_MS = 10_000;
const STANDBY_MS = 500;
const LAST_SEND_MS = 3_000;
const MAX_QUERY_MS = 3_000;

const codeOf = (error: Error): string => {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === 'string' ? code : 'relay-failed';
};

export class JournalRelay implements Relay {
  private readonly closing = new AbortController();
  private readonly abandoned = new AbortController();
  private readonly ttlMs: number;
  private readonly pool: Pool;
  private readonly lease: Lease;
  private readonly lagWatch: LagWatch;
  private readonly running: Promise<void>;
  private tenure: Tenure | undefined;
  private fault: Error | undefined;
  private stoppedAt: StoppedAt | undefined;
  private closed: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {
    this.ttlMs = options.ttlMs ?? DEFAULT_TTL_MS;
    this.pool = openPool(options.databaseUrl, Math.min(this.ttlMs / 2, MAX_QUERY_MS));
    this.lease = new Lease(this.pool, LIFECYCLE_TOPIC, `${options.holder} ${randomUUID()}`);
    this.lagWatch = new LagWatch(this.pool, LIFECYCLE_TOPIC, this.closing.signal);
    this.running = this.run();
  }

  status(): RelayStatus {
    const { lag } = this.lagWatch;
    const oldestAt = lag?.oldestAt;
    return {
      leading: this.tenure?.isOver.aborted === false,
      position: lag?.position,
      lagEvents: lag?.events,
      lagSeconds: lag && (oldestAt === undefined ? 0 : Math.max(0, (Date.now() - oldestAt) / 1_000)),
      ...(this.stoppedAt && { stoppedAt: this.stoppedAt }),
    };
  }

  async check(): Promise<void> {
    const fault = this.fault ?? this.lagWatch.fault;
    if (fault !== undefined) throw fault;
  }

  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  private async end(): Promise<void> {
    this.closing.abort();
    const timer = setTimeout(() => this.abandoned.abort(), LAST_SEND_MS);
    await Promise.all([this.running, this.lagWatch.ended()]);
    clearTimeout(timer);
    await this.pool.end();
  }

  private async run(): Promise<void> {
    while (!this.closing.signal.aborted) {
      try {
        const tenure = await Tenure.begin(this.lease, this.ttlMs);
        if (tenure === undefined) this.recovered();
        else await this.lead(tenure);
      } catch (error) {
        this.failed(error as Error);
      }
      await pause(STANDBY_MS, this.closing.signal);
    }
  }

  private async lead(tenure: Tenure): Promise<void> {
    const { term, checkpoint } = tenure.grant;
    const publisher = this.publisherOf(tenure);
    const over = AbortSignal.any([this.closing.signal, tenure.isOver]);
    this.tenure = tenure;
    this.tell({ type: 'leading', term, position: checkpoint });
    try {
      while (!over.aborted) {
        await this.follow(publisher, over).catch((error: Error) => this.interrupted(publisher, error));
      }
    } finally {
      this.tenure = undefined;
      this.stoppedAt = undefined;
      await publisher.settled();
      await tenure.end();
      this.tell({ type: 'standby', term });
    }
  }

  private publisherOf(tenure: Tenure): Publisher {
    const { producer, source } = this.options;
    return new Publisher({
      producer,
      source,
      tenure,
      closing: this.closing.signal,
      abandoned: this.abandoned.signal,
      onFailure: (error, stoppedAt) => this.failed(error, stoppedAt),
      onSuccess: () => this.recovered(),
    });
  }

  /** Resolves when the term is over or the relay is closing; rejects when the subscription has ended of itself. */
  private follow(publisher: Publisher, over: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const subscription = this.options.journal.subscribe(
        { after: publisher.reached },
        {
          onBatch: (events) => publisher.publish(events),
          onError: (error) => {
            over.removeEventListener('abort', end);
            reject(error);
          },
        },
      );
      const end = (): void => void subscription.close().then(resolve, reject);
      over.addEventListener('abort', end, { once: true });
    });
  }

  /**
   * A position that the journal does not know comes from a checkpoint that outlived its journal. Which of the journal's events are
   * in the topic cannot be told, so all of them are published again: whoever reads the topic drops what it has, and the recorder
   * sets aside what contradicts it. To stop would keep the new ones from the record until somebody decided just this.
   */
  private async interrupted(publisher: Publisher, error: Error): Promise<void> {
    if (error instanceof LeaseLost || this.closing.signal.aborted) return;
    if (error instanceof UnknownPosition && publisher.reached !== undefined) {
      publisher.startOver();
      this.tell({ type: 'restarted' });
      return;
    }
    this.failed(error);
    await pause(STANDBY_MS, this.closing.signal);
  }

  private failed(error: Error, stoppedAt?: { readonly stream: string; readonly revision: number }): void {
    if (this.closing.signal.aborted) return;
    const isKnown = this.fault !== undefined && codeOf(this.fault) === codeOf(error);
    this.fault = error;
    this.stoppedAt = stoppedAt && { stream: stoppedAt.stream, revision: stoppedAt.revision };
    if (isKnown) return;
    this.tell({ type: 'failing', code: codeOf(error), ...(this.stoppedAt && { stoppedAt: this.stoppedAt }) });
  }

  private recovered(): void {
    if (this.fault === undefined) return;
    this.fault = undefined;
    this.stoppedAt = undefined;
    this.tell({ type: 'recovered' });
  }

  private tell(event: RelayEvent): void {
    try {
      this.options.onEvent?.(event);
    } catch {
      // Who watches must not be able to stop the relay.
    }
  }
}
