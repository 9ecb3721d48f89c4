import { comparePositions, type EventStore, type Position, type StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import { applyBatch, type ViewGroup } from './apply-batch';
import { Backoff } from './backoff';
import { ViewBehind, type ParkedStream } from './view-store';

export interface ProjectorOptions<Event extends Recorded<Message>> extends ViewGroup<Event> {
  readonly events: EventStore;
  /** Default 500. */
  readonly batchSize?: number;
  /** The views show everything up to this position. */
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
export class Projector<Event extends Recorded<Message>> {
  private readonly backoff = new Backoff({ firstMs: 50, mostMs: 5_000 });
  private after: Position | undefined;
  private state: ProjectorStatus['state'] = 'starting';
  private fault: string | undefined;
  private stale: readonly string[] = [];
  private closed = false;
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
        await this.follow();
      } catch (error) {
        if (!(error instanceof ViewBehind)) this.failed(error);
        await this.backoff.wait();
      }
    }
  }

  /** Resolves when closed; rejects when the subscription has ended of itself. */
  private follow(): Promise<void> {
    const { events, batchSize = 500 } = this.options;
    return new Promise<void>((resolve, reject) => {
      const onError = (error: Error): void => {
        forget();
        reject(error);
      };
      const subscription = events.subscribe(
        { after: this.after, batchSize },
        { onBatch: (batch) => this.take(batch), onError },
      );
      const forget = this.backoff.onEnd(() => void subscription.close().then(resolve, reject));
      if (this.state === 'starting') this.state = 'following';
    });
  }

  /** Tries one batch until it is in the views. What throws out of here ends the subscription, and the views are followed anew. */
  private async take(events: readonly StoredEvent[]): Promise<void> {
    while (!this.closed) {
      try {
        await this.apply(events);
        return this.recovered();
      } catch (error) {
        if (error instanceof ViewBehind) throw error;
        this.failed(error);
        await this.backoff.wait();
      }
    }
  }

  private async apply(events: readonly StoredEvent[]): Promise<void> {
    const { parked, stale } = await applyBatch(this.options, { events, after: this.after });
    this.stale = stale;
    this.after = events[events.length - 1]!.position;
    parked.forEach((each) => this.options.onParked?.(each));
    this.options.onProjected?.(this.after, events.length);
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
    return current.map(({ checkpoint }) => checkpoint).reduce(earlier, current[0]?.checkpoint);
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

/** No checkpoint is the beginning, before every other. */
const earlier = (a: Position | undefined, b: Position | undefined): Position | undefined => {
  if (a === undefined || b === undefined) return undefined;
  return comparePositions(a, b) <= 0 ? a : b;
};
