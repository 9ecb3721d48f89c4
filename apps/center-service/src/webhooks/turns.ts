import type { StreamKey } from './queue.sql';

/**
 * At most so many streams of a subscription are told at once by this process. What finds no room waits here, not on the queue's time, and is
 * told by whoever ends next; if the process dies before, the sweep finds it due.
 */
export class Turns {
  private readonly running = new Map<string, number>();
  private readonly waiting = new Map<string, Set<string>>();

  constructor(
    private readonly limit: number,
    private readonly tell: (stream: StreamKey) => Promise<void>,
  ) {}

  async take({ subscription, dispute }: StreamKey): Promise<void> {
    const running = this.running.get(subscription) ?? 0;
    if (running >= this.limit) {
      this.waiting.set(subscription, (this.waiting.get(subscription) ?? new Set()).add(dispute));
      return;
    }
    this.running.set(subscription, running + 1);
    try {
      for (let next: string | undefined = dispute; next !== undefined; next = this.nextOf(subscription))
        await this.tell({ subscription, dispute: next });
    } finally {
      this.leave(subscription);
    }
  }

  private nextOf(subscription: string): string | undefined {
    const waiting = this.waiting.get(subscription);
    const [next] = waiting ?? [];
    if (next === undefined) this.waiting.delete(subscription);
    else waiting?.delete(next);
    return next;
  }

  private leave(subscription: string): void {
    const left = this.running.get(subscription)! - 1;
    if (left > 0) this.running.set(subscription, left);
    else this.running.delete(subscription);
  }
}
