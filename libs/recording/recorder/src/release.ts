import type { EventStore } from '@mediation/event-store/port';
import { readIncoming, type Incoming } from './incoming';
import type { Reason, Verdict } from './judge';
import type { Ledger } from './ledger';
import type { QuarantinedEvent, QuarantineRows } from './quarantine-rows';
import { StreamRecorder } from './stream-recorder';
import { TailCache } from './tail-cache';

/** A row that waited, judged again. */
export interface Settled {
  readonly row: QuarantinedEvent;
  readonly verdict: Verdict;
}

interface Waiting {
  readonly row: QuarantinedEvent;
  readonly incoming: Incoming;
}

const isRecorded = ({ verdict }: Settled): boolean => verdict === 'append' || verdict === 'duplicate';

/** Takes up again what waits for its place in a stream: what has found it is recorded, in order. */
export class Releaser {
  /** Keeps nothing between two calls: what it is asked about has just changed. */
  private readonly streams: StreamRecorder;

  constructor(
    store: EventStore,
    private readonly ledger: Ledger,
    private readonly rows: QuarantineRows,
  ) {
    this.streams = new StreamRecorder(store, new TailCache(0));
  }

  /**
   * Answers the rows that were settled by this call: recorded, or found not to follow. Safe to repeat, and beside another.
   * @throws StoreUnavailable, LedgerUnavailable
   */
  async release(stream: string): Promise<readonly Settled[]> {
    const waiting = (await this.rows.waitingIn(stream)).map(toWaiting);
    if (waiting.length === 0) return [];
    const facts = (await this.ledger.factsOf([stream])).get(stream)!;
    const verdicts = await this.streams.record(
      waiting.map(({ incoming }) => incoming),
      { ...facts, isBroken: false },
    );
    const settled = waiting.map(({ row, incoming }, i) => ({ row, incoming, verdict: verdicts[i]! }));
    const recorded = settled.filter(isRecorded);
    await this.ledger.witness(recorded.map(({ incoming }) => incoming));
    await this.rows.release(recorded.map(({ row }) => row.id));
    return [...recorded, ...(await this.condemn(settled))];
  }

  private async condemn(settled: readonly Settled[]): Promise<readonly Settled[]> {
    const condemned: Settled[] = [];
    for (const { row, verdict } of settled) {
      if (row.state !== 'held' || isRecorded({ row, verdict }) || verdict === 'gap') continue;
      if (await this.rows.condemn(row.id, verdict as Reason)) condemned.push({ row, verdict });
    }
    return condemned;
  }
}

const toWaiting = ({ message, ...row }: QuarantinedEvent & { readonly message: Incoming['message'] }): Waiting => {
  const incoming = readIncoming(message);
  if (typeof incoming === 'string') throw new Error(`row ${row.id} of the quarantine cannot be read: ${incoming}`);
  return { row, incoming };
};
