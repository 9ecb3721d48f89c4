export interface BackoffBounds {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Waits a little longer each time, until what was waited for works again, or until it is ended for good. */
export class Backoff {
  private nextMs: number;
  private ended = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly bounds: BackoffBounds) {
    this.nextMs = bounds.firstMs;
  }

  reset(): void {
    this.nextMs = this.bounds.firstMs;
  }

  /** Every wait, now and later, is over at once. */
  end(): void {
    this.ended = true;
    for (const listener of this.listeners) listener();
  }

  /** Called once at the end, at once if it is past; answers how to stop listening. */
  onEnd(listener: () => void): () => void {
    if (this.ended) listener();
    else this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  wait(): Promise<void> {
    const waitMs = this.nextMs;
    this.nextMs = Math.min(waitMs * 2, this.bounds.mostMs);
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(settle, waitMs);
      const forget = this.onEnd(() => setImmediate(settle));
    });
  }
}
