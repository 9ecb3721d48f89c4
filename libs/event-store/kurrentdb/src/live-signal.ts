import type { AllStreamSubscription } from '@kurrent/kurrentdb-client';
import type { Connection, Lease } from './connection';
import { ourStreams } from './reader';
import type { Names } from './stored-form';

const RECONNECT_MS = { min: 50, max: 5_000 } as const;

/**
 * Tells that something was appended: one live subscription for all who follow a store, which comes back by itself. Losing what
 * it tells is harmless, since those who follow read for themselves, and look again from time to time.
 */
export class LiveSignal {
  private subscription: AllStreamSubscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private delay: number = RECONNECT_MS.min;
  private closed = false;
  private isStarted = false;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    /** Called for every event, and once the subscription stands, since some may have been missed. */
    private readonly onWake: () => void,
  ) {}

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    void this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { subscription } = this;
    if (subscription === undefined) return;
    const ended = new Promise<void>((resolve) => subscription.once('close', resolve));
    subscription.destroy();
    // Not awaited: while a cluster is being looked for, there is nothing yet that it could end.
    void subscription.unsubscribe().catch(() => undefined);
    await ended;
  }

  private async connect(): Promise<void> {
    try {
      const lease = await this.connection.lease();
      if (this.closed) lease.release();
      else this.follow(lease);
    } catch {
      this.reconnect();
    }
  }

  private follow({ client, release }: Lease): void {
    const subscription = client.subscribeToAll({ fromPosition: 'end', filter: ourStreams(this.names) });
    this.subscription = subscription;
    subscription.once('confirmation', () => {
      this.delay = RECONNECT_MS.min;
      this.onWake();
    });
    subscription.on('data', this.onWake);
    // An error does not close it, and its end comes without one.
    subscription.on('error', () => subscription.destroy());
    subscription.once('end', () => subscription.destroy());
    subscription.once('close', () => {
      release();
      this.subscription = undefined;
      this.reconnect();
    });
  }

  private reconnect(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, RECONNECT_MS.max);
  }
}
