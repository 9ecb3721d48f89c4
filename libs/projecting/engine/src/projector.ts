import { comparePositions, type EventStore, type Position, type StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import { applyDelivered, type ViewGroup } from './apply-batch';
import { Backoff } from './backoff';
import { deliverInSlices, type Delivery } from './reduce-batch';
import { ViewBehind, type ParkedStream } from './view-store';

export interface ProjectorOptions<Event extends Recorded<Message>> extends ViewGroup<Event> {
  readonly events: EventStore;
  /**
   * The most at once, when far behind; otherwise what there is. Default 2,000: the more events of one row a batch holds, the
   * seldomer the row is loaded and saved. Above that memory and the time of a transaction grow, and little is won.
   */
  readonly batchSize?: number;
  /** The views show everything up to this position; so many events since the last one were theirs. */
  readonly onProjected?: (position: Position, events: number) => void;
  readonly onParked?: (parked: ParkedStream) => void;
  /** Something failed and is tried again; not called for a poison event. */
  readonly onFault?: (error: Error) => void;
}

export interface ProjectorStatus {
  /** `following`: as far as it knows, nothing is wrong. */
  readonly state: 'starting' | 'following' | 'failing' | 'closed';
  readonly fault: string | undefined;
  readonly position: Position | undefined;
  /** Views of another version than this program's, waiting for a rebuild. */
  readonly stale: readonly string[];
}

const FAULT = 'projecting-failed';
const faultOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : FAULT;
};

/** Keeps a group of views up with the event store, from their checkpoints on, until it is closed. It never gives up. */
export class Projector<Event extends Recorded<Message> = Recorded<Message>> {
  private readonly backoff = new Backoff({ firstMs: 50, mostMs: 5_000 });
  private after: Position | undefined;
  private state: ProjectorStatus['state'] = 'starting';
  private fault: string | undefined;
  private stale: readonly string[] = [];
  private closed = false;
  /** The batch that is on its way into the views. */
  private saving: Promise<void> = Promise.resolve();
  /** This following is over: what is still delivered to it is not taken. */
  private isEnded = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: ProjectorOptions<Event>) {}

  start(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.backoff.end();
    await this.running;
    this.state = 'closed';
  }

  status(): ProjectorStatus {
    return { state: this.state, fault: this.fault, position: this.after, stale: this.stale };
  }

  private async run(): Promise<void> {
    while (!this.closed) {
      try {
        this.after = await this.oldestCheckpoint();
        // Asked by ourselves first: a subscription that has nothing to deliver would not tell that it works again.
        await this.options.events.readAll({ after: this.after, limit: 1 });
        this.recovered();
        this.isEnded = false;
        await this.follow();
      } catch (error) {
        if (!(error instanceof ViewBehind)) this.failed(error);
        await this.backoff.wait();
      }
    }
  }

  /** Resolves when closed; rejects when the subscription has ended of itself or the views must be followed anew. */
  private follow(): Promise<void> {
    const { events, batchSize = 2_000 } = this.options;
    const following = new Promise<void>((resolve, reject) => {
      const end = (error: Error): void => {
        forget();
        void subscription.close().finally(() => reject(error));
      };
      const subscription = events.subscribe(
        { after: this.after, batchSize },
        { onBatch: (batch) => this.take(batch, end), onError: end },
      );
      const forget = this.backoff.onEnd(() => void subscription.close().finally(resolve));
    });
    return following.finally(() => this.saving);
  }

  /** Reads the batch while the one before is still being saved; never more than one is. */
  private async take(events: readonly StoredEvent[], end: (error: Error) => void): Promise<void> {
    const deliveries = await deliverInSlices(this.options.reader, events);
    await this.saving;
    if (this.isEnded) return;
    this.saving = this.save(deliveries).catch((error: Error) => {
      this.isEnded = true;
      end(error);
    });
  }

  /** Tries one batch until it is in the views. @throws ViewBehind */
  private async save(deliveries: readonly Delivery<Event>[]): Promise<void> {
    while (!this.closed) {
      try {
        await this.apply(deliveries);
        return this.recovered();
      } catch (error) {
        if (error instanceof ViewBehind) throw error;
        this.failed(error);
        await this.backoff.wait();
      }
    }
  }

  private async apply(deliveries: readonly Delivery<Event>[]): Promise<void> {
    const { parked, stale } = await applyDelivered(this.options, { deliveries, after: this.after });
    this.stale = stale;
    this.after = deliveries[deliveries.length - 1]!.stored.position;
    parked.forEach((each) => this.options.onParked?.(each));
    this.options.onProjected?.(this.after, deliveries.filter((each) => 'event' in each).length);
  }

  /** Views may be at different places, one having been rebuilt; each skips what it has. Stale ones wait for their rebuild. */
  private async oldestCheckpoint(): Promise<Position | undefined> {
    const { views, projections } = this.options;
    const locked = await views.transact((transaction) =>
      transaction.lock(
        projections.map(({ name }) => name),
        [],
      ),
    );
    const versionOf = new Map(projections.map(({ name, version }) => [name, version]));
    const current = locked.filter(({ name, version }) => versionOf.get(name) === version);
    this.stale = locked.filter((view) => !current.includes(view)).map(({ name }) => name);
    return oldestOf(current.map(({ checkpoint }) => checkpoint));
  }

  private recovered(): void {
    this.backoff.reset();
    this.state = 'following';
    this.fault = undefined;
  }

  private failed(error: unknown): void {
    if (this.closed) return;
    this.state = 'failing';
    this.fault = faultOf(error);
    this.options.onFault?.(error as Error);
  }
}

/** The oldest of them; none is the beginning, before every other. */
export const oldestOf = (positions: readonly (Position | undefined)[]): Position | undefined =>
  positions.reduce(earlier, positions[0]);

const earlier = (a: Position | undefined, b: Position | undefined): Position | undefined => {
  if (a === undefined || b === undefined) return undefined;
  return comparePositions(a, b) <= 0 ? a : b;
};
