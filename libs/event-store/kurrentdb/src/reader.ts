import type { AllStreamRecordedEvent, Filter, ReadAllOptions, RecordedEvent } from '@kurrent/kurrentdb-client';
import { comparePositions, UnknownPosition, type Position, type StoredEvent } from '@mediation/event-store/port';
import type { Connection } from './connection';
import { isInvalidPosition, isStreamNotFound } from './faults';
import { toLogPosition, toPosition, type Names, type Tail } from './stored-form';

/** Events of one request: so large, the server's answer still comes well within a call's deadline. */
const PAGE_SIZE = 1_000;

/** A follower may not have yet what the leader has acknowledged. */
const FROM_LEADER = { requiresLeader: true } as const;

interface StreamPage {
  readonly fromRevision: bigint | 'end';
  readonly direction: 'forwards' | 'backwards';
  readonly maxCount: number;
}

type LogPage = Pick<ReadAllOptions, 'fromPosition' | 'direction'> & { readonly maxCount: number };

const collect = async <Event>(read: AsyncIterable<{ readonly event?: Event }>): Promise<Event[]> => {
  const events: Event[] = [];
  for await (const { event } of read) if (event !== undefined) events.push(event);
  return events;
};

/** The server sends only what is in our streams; links and metadata are kept in streams of its own. */
export const ourStreams = ({ prefix }: Names): Filter => ({
  filterOn: 'streamName',
  prefixes: [prefix],
  checkpointInterval: PAGE_SIZE,
});

export class Reader {
  private readonly filter: Filter;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {
    this.filter = ourStreams(names);
  }

  async readStream(stream: string, fromRevision: number): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (let from = BigInt(fromRevision); ;) {
      const page = await this.streamPage(stream, { fromRevision: from, direction: 'forwards', maxCount: PAGE_SIZE });
      events.push(...this.ours(page));
      if (page.length < PAGE_SIZE) return events;
      from = page.at(-1)!.revision + 1n;
    }
  }

  /** Undefined when there is no such stream. */
  async tail(stream: string): Promise<Tail | undefined> {
    const [last] = await this.streamPage(stream, { fromRevision: 'end', direction: 'backwards', maxCount: 1 });
    if (last === undefined) return undefined;
    const stored = this.names.toStored(last);
    if (stored === undefined) throw new Error(`stream ${stream} ends with an event of somebody else: it cannot go on`);
    return { revision: stored.revision, hash: Buffer.from(stored.hash, 'hex') };
  }

  /** @throws UnknownPosition */
  async readAll(after: Position | undefined, limit: number): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (let last = after; ;) {
      const wanted = limit - events.length;
      const page = last === undefined ? await this.fromBeginning(wanted) : await this.following(last, wanted);
      events.push(...this.ours(page));
      if (page.length < wanted || events.length === limit) return events;
      last = toPosition(page.at(-1)!.position);
    }
  }

  async head(): Promise<Position | undefined> {
    for (let from: LogPage['fromPosition'] = 'end'; ;) {
      const page: AllStreamRecordedEvent[] = await this.logPage({
        fromPosition: from,
        direction: 'backwards',
        maxCount: from === 'end' ? 1 : PAGE_SIZE,
      });
      const [newest] = this.ours(page);
      if (newest !== undefined || page.length === 0) return newest?.position;
      from = page.at(-1)!.position;
    }
  }

  private ours(events: readonly RecordedEvent[]): StoredEvent[] {
    return events.map((event) => this.names.toStored(event)).filter((stored) => stored !== undefined);
  }

  private fromBeginning(count: number): Promise<AllStreamRecordedEvent[]> {
    return this.logPage({ fromPosition: 'start', direction: 'forwards', maxCount: count });
  }

  /**
   * KurrentDB reads from a position on, the event there included. That one must be the first of the answer: nothing of ours is
   * ever removed, so where it is missing the server does not hold the history that the position is of.
   */
  private async following(position: Position, count: number): Promise<AllStreamRecordedEvent[]> {
    const fromPosition = toLogPosition(position);
    const [there, ...following] = await this.logPage({ fromPosition, direction: 'forwards', maxCount: count + 1 });
    if (there === undefined || comparePositions(toPosition(there.position), position) !== 0) {
      throw new UnknownPosition('there is no event of ours at this position of the log');
    }
    return following;
  }

  private streamPage(stream: string, page: StreamPage): Promise<RecordedEvent[]> {
    return this.connection.use(async (client) => {
      try {
        return await collect<RecordedEvent>(client.readStream(this.names.inLog(stream), { ...FROM_LEADER, ...page }));
      } catch (error) {
        if (isStreamNotFound(error)) return [];
        throw error;
      }
    });
  }

  private logPage(page: LogPage): Promise<AllStreamRecordedEvent[]> {
    return this.connection.use(async (client) => {
      try {
        return await collect<AllStreamRecordedEvent>(client.readAll({ ...FROM_LEADER, ...page, filter: this.filter }));
      } catch (error) {
        if (isInvalidPosition(error)) throw new UnknownPosition('not a position of this log', { cause: error });
        throw error;
      }
    });
  }
}
