import type { EventStore } from '@mediation/event-store/port';
import { readIncoming } from './incoming';
import type { Reason } from './judge';
import { Ledger } from './ledger';
import { openLedgerPool, type LedgerPool } from './ledger-pool';
import { QuarantineRows, type QuarantinedEvent, type QuarantinedMessage, type Resolution } from './quarantine-rows';
import { Releaser } from './release';
import { StreamRecorder } from './stream-recorder';
import { TailCache } from './tail-cache';

export interface QuarantineOptions {
  /** The caller closes it, after the quarantine. */
  readonly store: EventStore;
  /** As the recorder's. */
  readonly databaseUrl: string;
}

/** What became of an operator's decision; with `not-following` nothing was changed, and `reason` is how the event stands now. */
export type Settlement =
  | { readonly kind: 'resolved'; readonly released: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'settled-before' }
  | { readonly kind: 'not-following'; readonly reason: Reason };

/** The operator's side of what the recorder could not record. Nothing here can change what the event store holds. */
export interface Quarantine {
  /** The oldest first; without `all` only those that wait for something. */
  list(all: boolean): Promise<readonly QuarantinedEvent[]>;
  find(id: string): Promise<QuarantinedMessage | undefined>;
  /** Settles the row; the store keeps what it has. */
  dismiss(id: string, decided: Pick<Resolution, 'by' | 'note'>): Promise<Settlement>;
  /** Records the event if it follows the store's chain by now, whatever it was kept apart for, and then what waited for it. */
  accept(id: string, decided: Pick<Resolution, 'by' | 'note'>): Promise<Settlement>;
  close(): Promise<void>;
}

class OperatorsQuarantine implements Quarantine {
  private readonly pool: LedgerPool;
  private readonly ledger: Ledger;
  private readonly rows: QuarantineRows;
  private readonly streams: StreamRecorder;
  private readonly releaser: Releaser;

  constructor({ store, databaseUrl }: QuarantineOptions) {
    this.pool = openLedgerPool(databaseUrl);
    this.ledger = new Ledger(this.pool);
    this.rows = new QuarantineRows(this.pool);
    this.streams = new StreamRecorder(store, new TailCache(0));
    this.releaser = new Releaser(store, this.ledger, this.rows);
  }

  list(all: boolean): Promise<readonly QuarantinedEvent[]> {
    return this.rows.list(all);
  }

  find(id: string): Promise<QuarantinedMessage | undefined> {
    return this.rows.find(id);
  }

  async dismiss(id: string, decided: Pick<Resolution, 'by' | 'note'>): Promise<Settlement> {
    if ((await this.rows.find(id)) === undefined) return { kind: 'unknown' };
    const wasOpen = await this.rows.resolve(id, { ...decided, decision: 'dismiss' });
    return wasOpen ? { kind: 'resolved', released: 0 } : { kind: 'settled-before' };
  }

  async accept(id: string, decided: Pick<Resolution, 'by' | 'note'>): Promise<Settlement> {
    const row = await this.rows.find(id);
    if (row === undefined) return { kind: 'unknown' };
    if (row.state !== 'held' && row.state !== 'quarantined') return { kind: 'settled-before' };
    const incoming = readIncoming(row.message);
    if (typeof incoming === 'string') throw new Error(`row ${id} of the quarantine cannot be read: ${incoming}`);
    // The operator answers for where it came from; the chain answers for what it is.
    const [verdict] = await this.streams.record([incoming], { source: undefined, isBroken: false });
    if (verdict !== 'append' && verdict !== 'duplicate') return { kind: 'not-following', reason: verdict! };
    await this.ledger.witness([incoming]);
    await this.rows.resolve(id, { ...decided, decision: 'accept' });
    const settled = await this.releaser.release(row.stream);
    return { kind: 'resolved', released: settled.filter(({ verdict: next }) => next === 'append').length };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** Opens the quarantine beside running recorders. */
export const openQuarantine = (options: QuarantineOptions): Quarantine => new OperatorsQuarantine(options);
