import { setImmediate } from 'node:timers/promises';

/**
 * Lets one journal call through at a time, in an order of its own: whoever waits when the others have come as far as they can may be
 * next. So commands in flight meet between their read and their append in every way the order says.
 */
export class Turnstile {
  private readonly waiting: (() => Promise<void>)[] = [];

  constructor(private readonly pick: (waiting: number) => number) {}

  /** The call, once it is its turn. */
  pass<T>(call: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push(() => call().then(resolve, reject));
    });
  }

  /** Turns until the work is done. */
  async turnUntil(work: Promise<unknown>): Promise<void> {
    let running = true;
    const end = (): void => {
      running = false;
    };
    void work.then(end, end);
    while (running) {
      await setImmediate();
      const [next] = this.waiting.splice(this.pick(this.waiting.length), 1);
      await next?.();
    }
    await work;
  }
}
