import { StoreClosed, StoreUnavailable, type EventStore } from '@mediation/event-store/port';
import { inParallel } from './in-parallel';
import type { Incoming } from './incoming';
import type { Verdict } from './judge';
import type { Ledger } from './ledger';
import { StreamRecorder } from './stream-recorder';
import { TailCache } from './tail-cache';

/** What became of each event of a batch; undefined when it is still to be done. */
export type Outcomes = (Verdict | undefined)[];

/** Enough to fill what a store gathers into one transaction. */
const STREAMS_AT_ONCE = 256;
const TAILS = 50_000;
/**
 * Streams whose end is read back after a batch: all of them in everyday traffic, a sample when far behind, where a read per
 * stream would cost as much as the append.
 */
const READ_BACK = 16;

/** The events of one stream, with their places in the batch. */
interface Run {
  readonly places: readonly number[];
  readonly events: readonly Incoming[];
}

const toRuns = (batch: readonly Incoming[]): readonly Run[] => {
  const runs = new Map<string, { places: number[]; events: Incoming[] }>();
  batch.forEach((incoming, place) => {
    const { stream } = incoming.event;
    const run = runs.get(stream) ?? { places: [], events: [] };
    runs.set(stream, run);
    run.places.push(place);
    run.events.push(incoming);
  });
  return [...runs.values()];
};

const isPassing = (error: unknown): boolean => error instanceof StoreUnavailable || error instanceof StoreClosed;

/** Puts a batch into the event store, every stream by itself and many at once. */
export class BatchRecorder {
  private readonly streams: StreamRecorder;

  constructor(
    store: EventStore,
    private readonly ledger: Ledger,
  ) {
    this.streams = new StreamRecorder(store, new TailCache(TAILS));
  }

  /**
   * A stream for which the store was not available, or that was not begun before the signal, has no outcome.
   * @throws StoredOtherwise, LedgerUnavailable
   */
  async record(batch: readonly Incoming[], signal: AbortSignal): Promise<Outcomes> {
    const outcomes: Outcomes = batch.map(() => undefined);
    const settle = (run: Run, verdicts: readonly Verdict[] | undefined): void =>
      verdicts?.forEach((verdict, i) => (outcomes[run.places[i]!] = verdict));
    const rest: Run[] = [];
    await this.eachRun(toRuns(batch), signal, async (run) => {
      const verdicts = await this.streams.recordNew(run.events);
      if (verdicts === undefined) rest.push(run);
      else settle(run, verdicts);
    });
    const facts = await this.factsOf(rest);
    await this.eachRun(rest, signal, async (run) => {
      const { stream } = run.events[0]!.event;
      settle(run, await this.streams.record(run.events, facts.get(stream)!));
    });
    await this.readBack(batch, outcomes);
    return outcomes;
  }

  private factsOf(runs: readonly Run[]) {
    return runs.length === 0 ? NO_FACTS : this.ledger.factsOf(runs.map(({ events }) => events[0]!.event.stream));
  }

  private eachRun(runs: readonly Run[], signal: AbortSignal, work: (run: Run) => Promise<void>): Promise<void> {
    return inParallel(STREAMS_AT_ONCE, runs, async (run) => {
      if (signal.aborted) return;
      try {
        await work(run);
      } catch (error) {
        if (!isPassing(error)) throw error;
      }
    });
  }

  private async readBack(batch: readonly Incoming[], outcomes: Outcomes): Promise<void> {
    const ends = new Map<string, Incoming>();
    batch.forEach((incoming, place) => {
      if (outcomes[place] === 'append') ends.set(incoming.event.stream, incoming);
    });
    await inParallel(READ_BACK, [...ends.values()].slice(0, READ_BACK), (incoming) => this.streams.confirm(incoming));
  }
}

const NO_FACTS: Awaited<ReturnType<Ledger['factsOf']>> = new Map();
