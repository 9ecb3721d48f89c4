/** Where a stream ends, as this process last saw it; another may have gone on since. */
export interface Tail {
  readonly revision: number;
  readonly hash: string;
  readonly source: string | undefined;
}

/** The tails of the streams that were last recorded to, at most so many. */
export class TailCache {
  private readonly tails = new Map<string, Tail>();

  constructor(private readonly limit: number) {}

  get(stream: string): Tail | undefined {
    return this.tails.get(stream);
  }

  set(stream: string, tail: Tail): void {
    // A map keeps the order of insertion: put in again, the stream is the newest.
    this.tails.delete(stream);
    this.tails.set(stream, tail);
    if (this.tails.size > this.limit) this.tails.delete(this.tails.keys().next().value!);
  }

  forget(stream: string): void {
    this.tails.delete(stream);
  }
}
