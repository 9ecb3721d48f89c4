import type { EventStore } from '@mediation/event-store/port';
import type { Failure, Handled, MessageHandler, ReceivedMessage } from '@mediation/messaging/port';
import { BatchRecorder, type Outcomes } from './batch-recorder';
import { inParallel } from './in-parallel';
import { readIncoming, type Incoming } from './incoming';
import { REASONS, type Reason, type Verdict } from './judge';
import { Ledger, openStateOf, type OpenState, type Refused } from './ledger';
import { LedgerUnavailable, openLedgerPool, type LedgerPool } from './ledger-pool';
import { QuarantineRows } from './quarantine-rows';
import { Releaser, type Settled } from './release';
import { StoredOtherwise } from './stream-recorder';

export interface RecorderOptions {
  /** The caller closes it, after the recorder. */
  readonly store: EventStore;
  /** A login that is a member of `mediation_app`, to the network's database: quarantine and witness. */
  readonly databaseUrl: string;
  /** Told what an operator should know of; nothing personal is in it. */
  readonly onEvent?: (event: RecorderEvent) => void;
}

interface Place {
  readonly source: string;
  readonly stream: string;
  readonly revision: number;
}

export type RecorderEvent =
  | (Place & { readonly type: 'kept-apart'; readonly reason: Reason; readonly state: OpenState })
  | (Place & { readonly type: 'released' })
  | { readonly type: 'unreadable'; readonly reason: string }
  | { readonly type: 'stopped'; readonly reason: string };

/** Since it was opened. One that was kept apart and then released counts under both. */
export type RecorderCounts = Record<'recorded' | 'duplicate' | 'released' | 'unreadable' | Reason, number>;

export interface Recorder {
  /** For the lifecycle topic. What it counts as handled is in the event store, or in the quarantine. */
  readonly handle: MessageHandler;
  readonly counts: Readonly<RecorderCounts>;
  /** What waits in the quarantine, by reason, whoever put it there. */
  quarantined(): Promise<Readonly<Partial<Record<Reason, number>>>>;
  /** Resolves while it can record; rejects when it has stopped or its database does not answer. For the health probe. */
  check(): Promise<void>;
  /** Waits for what is being handled. Safe to call twice. */
  close(): Promise<void>;
}

/** Streams with something waiting are taken up a few at a time, each by several statements. */
const RELEASES_AT_ONCE = 8;

const isReason = (verdict: Verdict | undefined): verdict is Reason => REASONS.some((reason) => reason === verdict);

const retry = (reason: string): Failure => ({ policy: 'retry', reason });

class LifecycleRecorder implements Recorder {
  readonly counts: RecorderCounts = {
    recorded: 0,
    duplicate: 0,
    released: 0,
    unreadable: 0,
    gap: 0,
    fork: 0,
    'broken-chain': 0,
    'foreign-source': 0,
  };
  private readonly pool: LedgerPool;
  private readonly ledger: Ledger;
  private readonly rows: QuarantineRows;
  private readonly batches: BatchRecorder;
  private readonly releaser: Releaser;
  private readonly running = new Set<Promise<unknown>>();
  private stopped: Failure | undefined;
  private closing: Promise<void> | undefined;

  constructor(private readonly options: RecorderOptions) {
    this.pool = openLedgerPool(options.databaseUrl);
    this.ledger = new Ledger(this.pool);
    this.rows = new QuarantineRows(this.pool);
    this.batches = new BatchRecorder(options.store, this.ledger);
    this.releaser = new Releaser(options.store, this.ledger, this.rows);
  }

  readonly handle: MessageHandler = async (batch, { signal }) => {
    if (this.closing) return { count: 0, failure: retry('the recorder is closed') };
    const handling = this.take(batch, signal);
    this.running.add(handling);
    try {
      return await handling;
    } finally {
      this.running.delete(handling);
    }
  };

  quarantined(): Promise<Readonly<Partial<Record<Reason, number>>>> {
    return this.rows.countOpen();
  }

  async check(): Promise<void> {
    if (this.stopped) throw new Error(this.stopped.reason);
    await this.ledger.check();
  }

  close(): Promise<void> {
    this.closing ??= Promise.allSettled(this.running).then(() => this.pool.close());
    return this.closing;
  }

  private async take(batch: readonly ReceivedMessage[], signal: AbortSignal): Promise<Handled> {
    if (this.stopped) return { count: 0, failure: this.stopped };
    const { readable, unreadable } = readBatch(batch);
    try {
      const outcomes = await this.batches.record(readable, signal);
      await this.keep(readable, outcomes);
      const done = outcomes.indexOf(undefined);
      if (done !== -1) return { count: done, failure: retry(signal.aborted ? 'interrupted' : 'store-unavailable') };
      return unreadable === undefined ? { count: readable.length } : this.park(readable.length, unreadable);
    } catch (error) {
      return { count: 0, failure: this.failureOf(error) };
    }
  }

  /** Everything that was not put into the store, and where everything came from; then what was waiting for it. */
  private async keep(batch: readonly Incoming[], outcomes: Outcomes): Promise<void> {
    const refused = batch.flatMap((incoming, place): Refused[] => {
      const reason = outcomes[place];
      return isReason(reason) ? [{ incoming, reason }] : [];
    });
    const recorded = batch.filter((_, place) => outcomes[place] === 'append' || outcomes[place] === 'duplicate');
    const fresh = await this.ledger.keep(refused);
    const waiting = await this.ledger.witness(recorded);
    this.tell(outcomes, refused, fresh);
    // Also where something was held just now: what it waits for may have come in between, through another recorder.
    const held = fresh.filter(({ reason }) => reason === 'gap').map(({ incoming }) => incoming.event.stream);
    await inParallel(RELEASES_AT_ONCE, [...new Set([...waiting, ...held])], async (stream) => {
      (await this.releaser.release(stream)).forEach((settled) => this.tellSettled(settled));
    });
  }

  private tell(outcomes: Outcomes, refused: readonly Refused[], fresh: readonly Refused[]): void {
    this.counts.recorded += outcomes.filter((outcome) => outcome === 'append').length;
    this.counts.duplicate += outcomes.filter((outcome) => outcome === 'duplicate').length;
    // What is in the quarantine already came again.
    this.counts.duplicate += refused.length - fresh.length;
    for (const { reason, incoming } of fresh) this.tellApart(placeOf(incoming), reason);
  }

  private tellApart(place: Place, reason: Reason): void {
    this.counts[reason] += 1;
    this.options.onEvent?.({ type: 'kept-apart', reason, state: openStateOf(reason), ...place });
  }

  private tellSettled({ row: { source, stream, revision }, verdict }: Settled): void {
    if (isReason(verdict)) return this.tellApart({ source, stream, revision }, verdict);
    this.counts.released += 1;
    this.options.onEvent?.({ type: 'released', source, stream, revision });
  }

  private park(count: number, reason: string): Handled {
    this.counts.unreadable += 1;
    this.options.onEvent?.({ type: 'unreadable', reason });
    return { count, failure: { policy: 'park', reason } };
  }

  /** @throws what is no known fault; it counts as a retry, with its own name. */
  private failureOf(error: unknown): Failure {
    if (error instanceof LedgerUnavailable) return retry(error.message);
    if (!(error instanceof StoredOtherwise)) throw error;
    this.stopped = { policy: 'stop', reason: error.message };
    this.options.onEvent?.({ type: 'stopped', reason: error.message });
    return this.stopped;
  }
}

const placeOf = ({ source, event: { stream, revision } }: Incoming): Place => ({ source, stream, revision });

/** Up to the first message that cannot be read. */
const readBatch = (batch: readonly ReceivedMessage[]): { readable: Incoming[]; unreadable: string | undefined } => {
  const readable: Incoming[] = [];
  for (const message of batch) {
    const incoming = readIncoming(message);
    if (typeof incoming === 'string') return { readable, unreadable: incoming };
    readable.push(incoming);
  }
  return { readable, unreadable: undefined };
};

/** Opens a recorder; it connects when it first has something to record. Several may work on one store at once. */
export const openRecorder = (options: RecorderOptions): Recorder => new LifecycleRecorder(options);
