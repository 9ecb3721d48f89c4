import { StoreClosed, StoreUnavailable } from './errors';
import type { Position, StoredEvent, SubscribeOptions, Subscription, SubscriptionHandlers } from './index';

type Page = readonly StoredEvent[];

/** What a store lends to a subscription that pulls. */
export interface CatchUpSource {
  /** The next visible events, at most `limit`. Only StoreUnavailable is worth another try. */
  readonly readPage: (after: Position | undefined, limit: number) => Promise<Page>;
  /** Events to ask for at once, if more than a batch; they are handed on in batches no larger than the subscriber's. */
  readonly pageSize: number;
  /** Bounds of the wait between two looks at a store that has nothing new, in milliseconds. */
  readonly pollMs: { readonly min: number; readonly max: number };
  readonly onEnd: (ended: CatchUp) => void;
}

const DEFAULT_BATCH = 500;

/** A subscription over a store that can be read in pages: pull, hand on, and wait for a wake-up or the next look. */
export class CatchUp implements Subscription {
  private after: Position | undefined;
  private readonly batchSize: number;
  private readonly pageSize: number;
  private readonly ended: Promise<void>;
  private closed = false;
  private waitMs: number;
  /** Set by a wake-up that comes while a page is being read, so that it is not lost. */
  private woken = false;
  private endPause: (() => void) | undefined;

  constructor(
    private readonly source: CatchUpSource,
    options: SubscribeOptions,
    private readonly handlers: SubscriptionHandlers,
  ) {
    this.after = options.after;
    this.batchSize = options.batchSize ?? DEFAULT_BATCH;
    this.pageSize = Math.max(this.batchSize, source.pageSize);
    this.waitMs = source.pollMs.min;
    this.ended = this.run();
  }

  /** There may be something new: look now. */
  wake(): void {
    this.woken = true;
    this.waitMs = this.source.pollMs.min;
    this.endPause?.();
  }

  close(): Promise<void> {
    this.closed = true;
    this.endPause?.();
    return this.ended;
  }

  private async run(): Promise<void> {
    try {
      await this.follow();
    } catch (error) {
      if (!this.closed && !(error instanceof StoreClosed)) this.handlers.onError(error as Error);
    } finally {
      this.closed = true;
      this.source.onEnd(this);
    }
  }

  private async follow(): Promise<void> {
    let ahead: Promise<Page> | undefined;
    while (!this.closed) {
      const page = await (ahead ?? this.read());
      ahead = undefined;
      if (page.length > 0) {
        this.after = page[page.length - 1]!.position;
        // A short page means the end is near: reading ahead would only find nothing.
        if (page.length === this.pageSize) ahead = this.read();
        ahead?.catch(() => undefined); // Seen when it is awaited; until then a failing handler may come first.
        await this.handOn(page);
      }
      // At the end of what there is, a moment's wait gathers the next events into one batch.
      if (ahead === undefined) await this.pause();
    }
    // What was read ahead is dropped, but its connection is back before close() answers.
    await ahead;
  }

  private async handOn(page: Page): Promise<void> {
    for (let from = 0; from < page.length && !this.closed; from += this.batchSize) {
      await this.handlers.onBatch(page.slice(from, from + this.batchSize));
    }
  }

  private async read(): Promise<Page> {
    while (!this.closed) {
      this.woken = false;
      try {
        const page = await this.source.readPage(this.after, this.pageSize);
        if (page.length > 0) this.waitMs = this.source.pollMs.min;
        return page;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await this.pause();
      }
    }
    return [];
  }

  private pause(): Promise<void> {
    if (this.woken || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.endPause?.(), this.waitMs);
      this.waitMs = Math.min(this.waitMs * 2, this.source.pollMs.max);
      this.endPause = () => {
        clearTimeout(timer);
        this.endPause = undefined;
        resolve();
      };
    });
  }
}
