import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after that time, or at once when the signal aborts. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await delay(ms, undefined, { signal }).catch(() => undefined);
};

/** Waits that double, up to the greatest. */
export class GrowingPause {
  private nextMs: number;

  constructor(private readonly bounds: { readonly firstMs: number; readonly mostMs: number }) {
    this.nextMs = bounds.firstMs;
  }

  reset(): void {
    this.nextMs = this.bounds.firstMs;
  }

  wait(signal: AbortSignal): Promise<void> {
    const waitMs = this.nextMs;
    this.nextMs = Math.min(waitMs * 2, this.bounds.mostMs);
    return pause(waitMs, signal);
  }
}
