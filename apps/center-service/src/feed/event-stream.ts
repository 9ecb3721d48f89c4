import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import type { FeedEvent } from './feed.reader';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that buffer would hold events back.
  'x-accel-buffering': 'no',
  // A stream is the last answer of its connection, so an ended one leaves nothing for a closing server to wait for.
  connection: 'close',
};

/** The writing end of server-sent events; waits for a slow reader instead of filling memory. */
export class EventStream {
  private ended = false;
  /** Set by a wake-up that comes while the writer is busy, so that it is not lost. */
  private woken = false;
  private endPause: (() => void) | undefined;

  constructor(private readonly reply: FastifyReply) {
    reply.hijack();
    reply.raw.on('close', () => {
      this.ended = true;
      this.endPause?.();
    });
    reply.raw.writeHead(200, HEADERS);
  }

  get isOpen(): boolean {
    return !this.ended;
  }

  async send(events: readonly FeedEvent[]): Promise<void> {
    await this.write(events.map(({ id, data }) => `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`).join(''));
  }

  /** A comment: keeps connections alive that would be cut off for silence. */
  async comment(text: string): Promise<void> {
    await this.write(`: ${text}\n\n`);
  }

  /** Tells the reader how long to wait before it comes back. */
  async retryAfter(ms: number): Promise<void> {
    await this.write(`retry: ${ms}\n\n`);
  }

  /** Until woken, the time is over, or the reader has gone. Answers whether it was woken, then or since the last pause. */
  async pause(ms: number): Promise<boolean> {
    if (!this.woken && !this.ended) await this.sleep(ms);
    const { woken } = this;
    this.woken = false;
    return woken;
  }

  wake(): void {
    this.woken = true;
    this.endPause?.();
  }

  end(): void {
    if (!this.ended) this.reply.raw.end();
    this.ended = true;
    this.endPause?.();
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.endPause = () => {
        clearTimeout(timer);
        this.endPause = undefined;
        resolve();
      };
      const timer = setTimeout(this.endPause, ms);
    });
  }

  private async write(text: string): Promise<void> {
    if (this.ended || this.reply.raw.write(text)) return;
    await Promise.race([once(this.reply.raw, 'drain'), once(this.reply.raw, 'close')]).catch(() => undefined);
  }
}
