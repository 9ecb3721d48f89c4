import { StoreUnavailable, WrongExpectedRevision, type EventStore } from '@mediation/event-store/port';
import type { Incoming } from './incoming';
import { judgeAll, type Known, type Verdict } from './judge';
import type { StreamFacts } from './ledger';
import type { Tail, TailCache } from './tail-cache';

/** The store computed another hash than every other part of the chain: one of the two programs is wrong. */
export class StoredOtherwise extends Error {
  readonly code = 'stored-otherwise';
  constructor({ event: { stream, revision } }: Incoming) {
    super(`the event store holds another hash than was appended: ${stream} at ${revision}`);
  }
}

const NOTHING: Pick<Known, 'first' | 'hashes'> = { first: 0, hashes: [] };
const MAX_TRIES = 8;

/** What is believed without asking the store: what was seen last, or that a stream's first event begins it. */
const believed = (tail: Tail | undefined, { event }: Incoming): Known | undefined => {
  if (tail !== undefined) return { first: tail.revision, hashes: [tail.hash], source: tail.source, isBroken: false };
  return event.revision === 0 ? { ...NOTHING, source: undefined, isBroken: false } : undefined;
};

/** Puts the events of one stream into the store. */
export class StreamRecorder {
  constructor(
    private readonly store: EventStore,
    private readonly tails: TailCache,
  ) {}

  /**
   * The way nearly every event goes: all of them are new and in order. Undefined when they are not, or when the stream is
   * elsewhere than was believed; nothing was stored then.
   * @throws StoreUnavailable
   */
  async recordNew(run: readonly Incoming[]): Promise<readonly Verdict[] | undefined> {
    const known = believed(this.tails.get(run[0]!.event.stream), run[0]!);
    if (known === undefined) return undefined;
    const verdicts = judgeAll(known, run);
    const isNew = verdicts.every((verdict) => verdict === 'append');
    return isNew && (await this.append(known, run)) ? verdicts : undefined;
  }

  /**
   * Judges the events against what the store holds now, and appends those that follow.
   * @throws StoreUnavailable
   */
  async record(run: readonly Incoming[], facts: StreamFacts): Promise<readonly Verdict[]> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const known = await this.read(run, facts);
      const verdicts = judgeAll(known, run);
      const isDone = await this.append(
        known,
        run.filter((_, i) => verdicts[i] === 'append'),
      );
      if (isDone) return verdicts;
    }
    throw new StoreUnavailable('others write to the same stream without end');
  }

  /** @throws StoredOtherwise when the store holds it with another hash */
  async confirm(incoming: Incoming): Promise<void> {
    const { stream, revision, hash } = incoming.event;
    const [stored] = await this.store.readStream(stream, revision);
    if (stored?.hash !== hash) throw new StoredOtherwise(incoming);
  }

  /** From before the earliest of the run to the stream's end; nothing, when the stream ends before that. */
  private async read(run: readonly Incoming[], facts: StreamFacts): Promise<Known> {
    const { stream } = run[0]!.event;
    const from = Math.max(0, Math.min(...run.map(({ event }) => event.revision)) - 1);
    const stored = await this.store.readStream(stream, from);
    const last = stored.at(-1);
    if (last === undefined) return { ...NOTHING, ...facts };
    this.tails.set(stream, { revision: last.revision, hash: last.hash, source: facts.source });
    return { first: from, hashes: stored.map(({ hash }) => hash), ...facts };
  }

  /** Answers false when the stream has moved on meanwhile; nothing was stored then. */
  private async append(known: Known, run: readonly Incoming[]): Promise<boolean> {
    const last = run.at(-1);
    if (last === undefined) return true;
    const { stream, revision, hash } = last.event;
    const tail = known.first + known.hashes.length - 1;
    const events = run.map(({ event: { id, type, data, metadata } }) => ({ id, type, data, metadata }));
    try {
      const appended = await this.store.append(stream, events, tail === -1 ? 'none' : tail);
      if (appended.revision !== revision) throw new StoredOtherwise(last);
    } catch (error) {
      this.tails.forget(stream);
      if (error instanceof WrongExpectedRevision) return false;
      throw error;
    }
    this.tails.set(stream, { revision, hash, source: last.source });
    return true;
  }
}
