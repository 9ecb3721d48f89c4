/**
 * Bounds what is under way, and lets works of one stream go one after another, in the order they came: they would only refuse
 * each other.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(stream) ?? Promise.resolve()).then(() => this.within(work));
    const settled: Promise<void> = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(stream, settled);
    void settled.then(() => this.leave(stream, settled));
    return turn;
  }

  /** Once nothing is under way or waiting; nothing may be added meanwhile. */
  async drained(): Promise<void> {
    await Promise.all(this.last.values());
  }

  private async within<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next(); // The place is handed on, so that nobody who comes now takes it.
    }
  }

  private leave(stream: string, settled: Promise<unknown>): void {
    if (this.last.get(stream) === settled) this.last.delete(stream);
  }
}
