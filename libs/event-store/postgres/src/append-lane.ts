import type { PreparedAppend } from '@mediation/event-store/port';

/** Bounds of one batch: its transaction holds the locks of all of its streams. */
const MAX_APPENDS = 64;
const MAX_EVENTS = 256;

interface Waiting<Answer> {
  readonly append: PreparedAppend;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Work-conserving group commit. An append goes out at once while a connection is free; when none is, it waits, and the next
 * free one takes what has gathered as one batch. So a batch of one is the direct path, and no timer is needed.
 *
 * Appends of one stream go one after another, in the order they were made: two of them never meet in a batch, nor does one
 * batch wait for another's lock.
 */
export class AppendLane<Answer> {
  private ready: Waiting<Answer>[] = [];
  /** Streams that are ready or under way, with those that wait their turn. */
  private readonly streams = new Map<string, Waiting<Answer>[]>();
  private isScheduled = false;
  private readonly idle: (() => void)[] = [];

  constructor(
    private free: number,
    /** Answers in the order of the batch; a rejection is every member's. */
    private readonly run: (batch: readonly PreparedAppend[]) => Promise<readonly Answer[]>,
  ) {}

  submit(append: PreparedAppend): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { append, resolve, reject };
      const others = this.streams.get(append.stream);
      if (others) {
        others.push(waiting);
      } else {
        this.streams.set(append.stream, []);
        this.ready.push(waiting);
        this.schedule();
      }
    });
  }

  /** Resolves when nothing is waiting or under way. */
  drained(): Promise<void> {
    return this.streams.size === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  /** After the callers that have just been answered made their next appends, so that those share a batch. */
  private schedule(): void {
    if (this.isScheduled || this.free === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      while (this.free > 0 && this.ready.length > 0) void this.send(this.take());
    });
  }

  private take(): Waiting<Answer>[] {
    let [count, events] = [0, 0];
    for (const { append } of this.ready) {
      events += append.events.length;
      if (count === MAX_APPENDS || (count > 0 && events > MAX_EVENTS)) break;
      count += 1;
    }
    return this.ready.splice(0, count);
  }

  private async send(batch: readonly Waiting<Answer>[]): Promise<void> {
    this.free -= 1;
    try {
      const answers = await this.run(batch.map(({ append }) => append));
      batch.forEach(({ resolve }, i) => resolve(answers[i]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    this.free += 1;
    for (const { append } of batch) this.release(append.stream);
    this.schedule();
    if (this.streams.size === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  private release(stream: string): void {
    const next = this.streams.get(stream)?.shift();
    if (next) this.ready.push(next);
    else this.streams.delete(stream);
  }
}
