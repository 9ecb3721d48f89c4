import { sortablePosition } from '@mediation/dispute/read-models';
import { ProblemError, PROBLEMS, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { asCloudEvent } from '../feed/cloud-event';
import { FeedReader } from '../feed/feed.reader';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { rows, sql } from '../sql';
import { NAME_OF_BODY, VIEWS } from '../tokens';
import { districtRead } from '../webhooks/webhooks.problems';
import { feedCursor, placeOf } from './feed-cursor';
import { MOST_BEHIND, type ConsumerAnswer, type ConsumersAnswer, type PullAnswer, type PullQuery } from './pull.answer';

interface ConsumerRow {
  readonly name: string;
  readonly position: string;
  readonly acknowledged_at: Date;
}

const answerOf = ({ name, position, acknowledged_at: at }: ConsumerRow): ConsumerAnswer => ({
  name,
  cursor: feedCursor(position),
  acknowledgedAt: at.toISOString(),
});

/** The feed a page at a time, for who keeps a store of his own. */
@Injectable()
export class PullReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(FeedReader) private readonly feed: FeedReader,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  async page({ cursor, consumer, limit }: PullQuery, caller: Principal): Promise<PullAnswer> {
    const from =
      cursor === undefined && consumer !== undefined ? await this.acknowledged(caller, consumer) : placeOf(cursor);
    // Asked before the page: what comes in between is beyond it, and the next page's.
    const end = await this.end();
    const found = await this.feed.entries(caller, sql`t.position > ${from} AND t.position <= ${end}`, limit + 1);
    const items = found.slice(0, limit);
    const more = found.length > limit;
    const last = more ? sortablePosition(items.at(-1)!.id) : laterOf(from, end);
    return { items: items.map(asCloudEvent), cursor: feedCursor(last), more };
  }

  async acknowledge(caller: Principal, name: string, cursor: string): Promise<ConsumerAnswer> {
    const [row] = await rows<ConsumerRow>(
      this.views,
      sql`INSERT INTO webhooks.consumers AS c (body, name, position) VALUES (${caller.org}, ${name}, ${placeOf(cursor)})
          ON CONFLICT (body, name) DO UPDATE SET position = excluded.position, acknowledged_at = now()
          RETURNING c.name, c.position, c.acknowledged_at`,
    );
    return answerOf(row!);
  }

  /** Of the caller's body; to those who run the district's centre, of every body of the district. */
  async consumers(caller: Principal): Promise<ConsumersAnswer['items']> {
    const district = districtRead(caller);
    const found = await rows<ConsumerRow & { readonly body: string }>(
      this.views,
      sql`SELECT body, name, position, acknowledged_at FROM webhooks.consumers
          WHERE ${district === undefined ? sql`body = ${caller.org}` : sql`starts_with(body, ${district})`} ORDER BY body, name`,
    );
    return Promise.all(
      found.map(async (row) => ({
        ...answerOf(row),
        body: bodyAnswer(this.nameOf, row.body),
        behind: (await this.feed.entries(caller, sql`t.position > ${row.position}`, MOST_BEHIND)).length,
      })),
    );
  }

  private async acknowledged({ org }: Principal, name: string): Promise<string> {
    const [row] = await rows<ConsumerRow>(
      this.views,
      sql`SELECT name, position, acknowledged_at FROM webhooks.consumers WHERE body = ${org} AND name = ${name}`,
    );
    if (row === undefined) throw unknownConsumer();
    return row.position;
  }

  private async end(): Promise<string> {
    const [row] = await rows<{ end: string | null }>(
      this.views,
      sql`SELECT max(t.position) AS end FROM views.timeline AS t`,
    );
    return row?.end ?? '';
  }
}

/** A view that is being rebuilt may end before where its reader has come. */
const laterOf = (a: string, b: string): string => (a > b ? a : b);

const unknownConsumer = (): ProblemError =>
  new ProblemError({
    ...PROBLEMS.notFound,
    code: 'consumer-unknown',
    zh: '没有这个消费者，请先用 PUT 登记其位置。',
    en: 'There is no such consumer; PUT its cursor first.',
  });
