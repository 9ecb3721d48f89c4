import type { Position } from '@mediation/event-store/port';
import { Caller, parseInput, type Principal } from '@mediation/nest';
import { Controller, Get, Headers, Inject, Logger, Query, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PROJECTING } from '../tokens';
import type { Projecting } from '../views/projecting';
import { EventStream } from './event-stream';
import { FeedReader, parseEventId } from './feed.reader';

const noQuery = z.strictObject({});
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;
/** A stream ends by then and is taken up again with a token that is still good. */
const LONGEST_MS = 10 * 60_000;

/** Server-sent events: every event of a dispute that the caller may see, once the views show it. Nothing personal. */
@Controller('api/center/v1/events')
export class FeedController implements BeforeApplicationShutdown {
  private readonly logger = new Logger('feed');
  private readonly open = new Set<EventStream>();

  constructor(
    @Inject(FeedReader) private readonly feed: FeedReader,
    @Inject(PROJECTING) private readonly projecting: Projecting,
  ) {}

  @Get()
  async stream(
    @Query() query: unknown,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Caller() caller: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    parseInput(noQuery, query);
    // Found before the answer begins, so that a wrong id or a database that is down is still a problem document.
    const after = lastEventId === undefined || lastEventId === '' ? await this.feed.end() : parseEventId(lastEventId);
    const stream = new EventStream(reply);
    const forget = this.projecting.onMoved(() => stream.wake());
    this.open.add(stream);
    try {
      await this.follow(stream, after, caller);
    } catch (error) {
      // The reader comes back and goes on where it was.
      this.logger.warn({ msg: 'feed interrupted', fault: (error as { code?: string }).code ?? 'unknown' });
    } finally {
      forget();
      this.open.delete(stream);
      stream.end();
    }
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.open) stream.end();
  }

  private async follow(stream: EventStream, from: Position | undefined, caller: Principal): Promise<void> {
    const endsAt = performance.now() + LONGEST_MS;
    let after = from;
    await stream.retryAfter(RECONNECT_MS);
    while (stream.isOpen && performance.now() < endsAt) {
      const events = await this.feed.after(after, caller);
      if (events.length > 0) {
        await stream.send(events);
        after = events.at(-1)!.id;
      } else if (!(await stream.pause(HEARTBEAT_MS))) {
        await stream.comment('·');
      }
    }
  }
}
