import { randomUUID } from 'node:crypto';
import {
  GENESIS_HASH,
  InvalidAppend,
  StoreUnavailable,
  WrongExpectedRevision,
  type PreparedAppend,
} from '@mediation/event-store/port';
import type { Connection } from './connection';
import { conflictOf } from './faults';
import type { Reader } from './reader';
import { chainOn, type Names, type Tail } from './stored-form';
import { Tails } from './tails';

const NOTHING: Tail = { revision: -1, hash: Buffer.from(GENESIS_HASH, 'hex') };

/** One record of the log can never be larger; a request beyond it would take its neighbours on the wire down with it. */
const MAX_BYTES = 16 * 1024 * 1024;

const KNOWN_TAILS = 10_000;

const named = ({ revision }: Tail): number | 'none' => (revision < 0 ? 'none' : revision);

const requireSize = ({ events }: PreparedAppend): void => {
  const bytes = events.reduce(
    (sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );
  if (bytes > MAX_BYTES) throw new InvalidAppend(`an append of more than ${MAX_BYTES} bytes`);
};

interface Source {
  readonly connection: Connection;
  readonly reader: Reader;
  readonly names: Names;
  readonly deadlineMs: number;
}

/**
 * Every append goes out on the condition that the stream still ends where it was chained on to, whatever the caller expects:
 * with `any`, the condition is ours, and a lost race is tried again.
 */
export class Appender {
  private readonly tails = new Tails(KNOWN_TAILS);

  constructor(private readonly source: Source) {}

  /** The stream's revision after it. Appends of one stream must come one after another. */
  async append(append: PreparedAppend): Promise<number> {
    requireSize(append);
    const giveUpAt = performance.now() + this.source.deadlineMs;
    for (;;) {
      const tail = await this.tailFor(append);
      const after = await this.write(append, tail);
      if (after !== undefined) return after;
      if (performance.now() >= giveUpAt) throw new StoreUnavailable(`stream ${append.stream} is too much in demand`);
    }
  }

  /** Takes the way of an append as far as it goes: no stream has an empty name, so this one can never be at revision 0. */
  async warmUp(): Promise<void> {
    const { connection, names, deadlineMs } = this.source;
    const event = {
      id: randomUUID(),
      contentType: 'application/json' as const,
      type: 'warm-up',
      data: {},
      metadata: {},
    };
    const options = { streamState: 0n, deadline: deadlineMs, requiresLeader: true };
    await connection.use((client) => client.appendToStream(names.inLog(''), event, options));
  }

  /** @throws WrongExpectedRevision */
  private async tailFor({ stream, expected }: PreparedAppend): Promise<Tail> {
    const known = this.tails.get(stream);
    if (expected === 'none' && known === undefined) return NOTHING;
    if (known !== undefined && (expected === 'any' || expected === known.revision)) return known;
    const tail = (await this.source.reader.tail(stream)) ?? NOTHING;
    if (expected !== 'any' && expected !== named(tail)) throw new WrongExpectedRevision(stream, expected, named(tail));
    return tail;
  }

  /** Undefined when another append came first and this one may be tried again. */
  private async write({ stream, expected, events }: PreparedAppend, tail: Tail): Promise<number | undefined> {
    const { connection, names, deadlineMs } = this.source;
    const { chained, after } = chainOn(tail, events);
    // What becomes of it is not known until it is answered.
    this.tails.forget(stream);
    const outcome = await connection.use(async (client) => {
      try {
        const streamState = tail.revision < 0 ? ('no_stream' as const) : BigInt(tail.revision);
        const options = { streamState, deadline: deadlineMs, requiresLeader: true };
        return await client.appendToStream(names.inLog(stream), chained, options);
      } catch (error) {
        const conflict = conflictOf(error);
        if (conflict === undefined) throw error;
        return conflict;
      }
    });
    if ('actual' in outcome) {
      if (expected === 'any') return undefined;
      throw new WrongExpectedRevision(stream, expected, outcome.actual);
    }
    if (outcome.nextExpectedRevision !== BigInt(after.revision)) {
      throw new Error(`stream ${stream} had been deleted before: its chain is broken at revision ${after.revision}`);
    }
    this.tails.keep(stream, after);
    return after.revision;
  }
}
