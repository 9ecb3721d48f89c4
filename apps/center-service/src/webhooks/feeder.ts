import type { Principal } from '@mediation/nest';
import type { DataSource, EntityManager } from 'typeorm';
import { within } from '../fields';
import { knowableTo } from '../feed/feed.reader';
import { visible } from '../scope';
import { all, sql, type Sql } from '../sql';
import { enqueue } from './queue.sql';

/** Entries of the timeline that are looked at in one transaction. */
const PAGE = 1_000;

export interface Filter {
  readonly body: string;
  readonly types: readonly string[] | null;
  readonly division: string | null;
}

interface SubscriptionRow extends Filter {
  readonly id: string;
  readonly since: string;
}

/** Who reads for a subscription: its body, by no role of a person. */
export const readerOf = ({ body }: Filter): Principal => ({ sub: 'webhooks', org: body, roles: [] });

/** Of entries `t` of disputes `d`: what the subscription asks for. What it may know is another matter. */
export const askedFor = ({ types, division }: Filter): Sql =>
  all(types === null ? undefined : sql`t.type = ANY(${types}::text[])`, within(sql`d.place`, division ?? undefined));

const ask = async <Row>(manager: EntityManager, query: Sql): Promise<Row[]> => {
  const { text, values } = query.toQuery();
  return manager.query<Row[]>(text, [...values]);
};

/** What the page has for the subscription, by dispute; a dispute that was given up stays so until it is replayed. */
const fed = ({ id, since, ...filter }: SubscriptionRow, from: string, to: string): Sql => {
  const reader = readerOf(filter);
  return sql`
    INSERT INTO webhooks.streams AS s (subscription, dispute, told_to, due_to, state)
    SELECT ${id}::uuid, t.dispute, ${from > since ? from : since}, max(t.position), 'due'
    FROM views.timeline AS t JOIN views.disputes AS d ON d.key = t.dispute
    WHERE t.position > ${from} AND t.position > ${since} AND t.position <= ${to}
      AND ${all(visible(reader), knowableTo(reader), askedFor(filter))}
    GROUP BY t.dispute
    ON CONFLICT (subscription, dispute) DO UPDATE SET due_to = excluded.due_to,
      told_to = CASE WHEN s.state = 'told' THEN excluded.told_to ELSE s.told_to END,
      state = CASE WHEN s.state = 'dead' THEN 'dead' ELSE 'due' END
    RETURNING s.subscription, s.dispute, s.next_attempt_at, s.state`;
};

const feedPage = async (manager: EntityManager): Promise<number> => {
  // The row is the turn: of several processes one feeds at a time, and none twice.
  const [checkpoint] = await ask<{ position: string }>(
    manager,
    sql`SELECT position FROM webhooks.checkpoint FOR UPDATE`,
  );
  const from = checkpoint?.position ?? '';
  const [page] = await ask<{ to: string | null; count: number }>(
    manager,
    sql`SELECT max(p.position) AS to, count(*)::int AS count
        FROM (SELECT position FROM views.timeline WHERE position > ${from} ORDER BY position LIMIT ${PAGE}) AS p`,
  );
  if (page === undefined || page.to === null) return 0;
  const subscriptions = await ask<SubscriptionRow>(
    manager,
    sql`SELECT id, body, types, division, since FROM webhooks.subscriptions WHERE state <> 'gone' AND since < ${page.to}`,
  );
  for (const subscription of subscriptions) {
    const streams = sql`SELECT * FROM fed WHERE state = 'due'`;
    await ask(manager, sql`WITH fed AS (${fed(subscription, from, page.to)}) ${enqueue(streams)}`);
  }
  await ask(manager, sql`UPDATE webhooks.checkpoint SET position = ${page.to}`);
  return page.count;
};

/** Turns what the timeline has gained into jobs, exactly once: both, and how far it has come, are one transaction. */
export const feed = async (views: DataSource): Promise<void> => {
  while ((await views.transaction(feedPage)) === PAGE);
};
