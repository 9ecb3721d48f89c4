import type { Position } from '@mediation/event-store/port';
import type { Grant, Lease } from './lease';
import { pause } from './pause';

/** Another holder has, or may have, taken over. */
export class LeaseLost extends Error {
  readonly code = 'lease-lost';
  constructor() {
    super('the lease is no longer ours');
  }
}

const RETRY_MS = 100;

/**
 * One term as leader.
 *
 * Its end is reckoned by the process's monotonic clock from *before* the request that got or renewed it was sent, so it ends
 * here earlier than by the database's clock, which alone lets another take over.
 *
 * What this prevents and what it cannot. `ensure()` is asked right before each send, so a process that was stopped for longer
 * than its lease publishes nothing when it wakes: it must renew first, and is refused once another has taken the term. Between
 * that question and the writing of the request it can still be stopped; so can the request itself be late. And a pause
 * that no clock of the machine shows (a virtual machine's) is found out only by the next `advance()`, which the database
 * refuses, and which is awaited before the send after the next. So up to two batches of a former leader may arrive late, between
 * those of its successor.
 *
 * They do no harm, and that does not rest on any clock. A leader writes a batch only when every event before it is acknowledged,
 * by itself or, through the checkpoint, by its predecessors; all leaders read one and the same order. So whatever arrives, and
 * however late, is an unbroken stretch of that order which begins no further than one past what the topic holds. Within a partition
 * it repeats events, or goes on where they end, or both: an event never comes for the first time before an older one of its
 * partition, and none is missing. Repeats are dropped by (stream, revision).
 */
export class Tenure {
  private renewing: Promise<void> | undefined;
  private readonly over = new AbortController();
  private readonly beating: Promise<void>;

  private constructor(
    private readonly lease: Lease,
    private readonly ttlMs: number,
    readonly grant: Grant,
    private endsAt: number,
  ) {
    this.beating = this.beat();
  }

  /** Undefined while another leads. */
  static async begin(lease: Lease, ttlMs: number): Promise<Tenure | undefined> {
    const askedAt = performance.now();
    const grant = await lease.acquire(ttlMs);
    return grant && new Tenure(lease, ttlMs, grant, askedAt + ttlMs);
  }

  /** Aborted once the term is known to be over. */
  get isOver(): AbortSignal {
    return this.over.signal;
  }

  /** Resolves while at least a quarter of the lease remains; waits for a renewal otherwise. @throws LeaseLost */
  async ensure(closing: AbortSignal): Promise<void> {
    for (;;) {
      closing.throwIfAborted();
      if (this.over.signal.aborted) throw new LeaseLost();
      if (this.endsAt - performance.now() >= this.ttlMs / 4) return;
      await this.renew().catch(() => pause(RETRY_MS, closing));
    }
  }

  /** @throws LeaseLost when the term is over, or the database's fault. */
  async advance(reached: Position, published: number): Promise<void> {
    if (await this.lease.advance(this.grant.term, reached, published)) return;
    this.lose();
  }

  /** Gives the lease back, so that another takes over at once. */
  async end(): Promise<void> {
    this.over.abort();
    await Promise.allSettled([this.beating, this.renewing]);
    await this.lease.release(this.grant.term).catch(() => undefined); // It runs out by itself.
  }

  private async beat(): Promise<void> {
    while (!this.over.signal.aborted) {
      await pause(this.ttlMs / 3, this.over.signal);
      // A fault is met again, and reported, by whoever asks for the lease next.
      if (!this.over.signal.aborted) await this.renew().catch(() => undefined);
    }
  }

  private renew(): Promise<void> {
    this.renewing ??= this.askAgain().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async askAgain(): Promise<void> {
    const askedAt = performance.now();
    const grant = await this.lease.acquire(this.ttlMs);
    // Ours again, but under a new term: another has led in between, and what we know of the checkpoint is old.
    if (grant?.term !== this.grant.term) this.lose();
    this.endsAt = askedAt + this.ttlMs;
  }

  private lose(): never {
    this.over.abort();
    throw new LeaseLost();
  }
}
