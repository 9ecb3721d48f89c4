import type { DataSource } from 'typeorm';
import { rows, sql, type Sql } from '../sql';
import type { Filter } from './feeder';
import type { Answered } from './post';
import { enqueue, type StreamKey } from './queue.sql';

export interface Claim extends Filter, StreamKey {
  readonly token: string;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly toldTo: string;
  readonly dueTo: string;
  readonly attempts: number;
}

const own = ({ subscription, dispute, token }: Claim) =>
  sql`s.subscription = ${subscription}::uuid AND s.dispute = ${dispute} AND s.claimed_by = ${token}::uuid`;
const logged = ({ subscription }: StreamKey, event: string, { status, error, durationMs }: Answered) => sql`
  INSERT INTO webhooks.attempts (subscription, event, status, error, duration_ms)
  VALUES (${subscription}::uuid, ${event}, ${status ?? null}::int, ${error ?? null}, ${durationMs}::int)`;

/** Who holds a stream tells it alone: however many senders there are, one dispute is told by one at a time, in order. */
export class Claims {
  private readonly until: Sql;

  /** A claim outlasts any one delivery; of who dies meanwhile, another takes over when it has run out. */
  constructor(
    private readonly views: DataSource,
    claimMs: number,
  ) {
    this.until = sql`now() + ${claimMs}::int * interval '1 ms'`;
  }

  /** Nothing where there is nothing to tell now, or another tells it. */
  async take({ subscription, dispute }: StreamKey, token: string): Promise<Claim | undefined> {
    const [claim] = await rows<Claim>(
      this.views,
      sql`WITH taken AS (
            UPDATE webhooks.streams AS s SET claimed_by = ${token}::uuid, claimed_until = ${this.until}
            FROM webhooks.subscriptions AS w
            WHERE s.subscription = ${subscription}::uuid AND s.dispute = ${dispute} AND s.state = 'due'
              AND s.next_attempt_at <= now() AND (s.claimed_until IS NULL OR s.claimed_until < now())
              AND w.id = s.subscription AND w.state = 'active'
            RETURNING s.subscription, s.dispute, s.told_to, s.due_to, s.attempts, w.body, w.types, w.division, w.url)
          SELECT t.subscription, t.dispute, t.told_to AS "toldTo", t.due_to AS "dueTo", t.attempts, t.body, t.types, t.division,
            t.url, ${token} AS token, ARRAY(SELECT k.secret FROM webhooks.secrets AS k WHERE k.subscription = t.subscription
              AND (k.valid_until IS NULL OR k.valid_until > now()) ORDER BY k.made_at DESC) AS secrets
          FROM taken AS t`,
    );
    return claim;
  }

  /** One more event is told. False when the claim has been lost: another tells the stream now. */
  async told(claim: Claim, event: { readonly id: string; readonly at: string }, answer: Answered): Promise<boolean> {
    const kept = await rows(
      this.views,
      sql`WITH log AS (${logged(claim, event.id, answer)})
          UPDATE webhooks.streams AS s SET told_to = ${event.at}, attempts = 0, failed_since = NULL, last_status = NULL,
            last_error = NULL, claimed_until = ${this.until}
          WHERE ${own(claim)} RETURNING 1 AS kept`,
    );
    return changed(kept);
  }

  /** Everything up to the claim's end is told. False when more has come meanwhile, or the claim was lost. */
  async finish(claim: Claim): Promise<boolean> {
    const done = await rows(
      this.views,
      sql`UPDATE webhooks.streams AS s SET told_to = s.due_to, state = 'told', claimed_by = NULL, claimed_until = NULL
          WHERE ${own(claim)} AND s.due_to = ${claim.dueTo} RETURNING 1 AS done`,
    );
    return changed(done);
  }

  /** An attempt failed: the stream waits, or is given up when there is no further wait. */
  async failed(claim: Claim, event: string, { answer, waitMs }: { answer: Answered; waitMs: number | undefined }) {
    await rows(
      this.views,
      sql`WITH log AS (${logged(claim, event, answer)}), waiting AS (
            UPDATE webhooks.streams AS s SET attempts = s.attempts + 1, failed_since = coalesce(s.failed_since, now()),
              state = ${waitMs === undefined ? 'dead' : 'due'}, last_status = ${answer.status ?? null}::int,
              last_error = ${answer.error ?? null}, next_attempt_at = now() + ${waitMs ?? 0}::int * interval '1 ms',
              claimed_by = NULL, claimed_until = NULL
            WHERE ${own(claim)} RETURNING s.subscription, s.dispute, s.next_attempt_at, s.state)
          ${enqueue(sql`SELECT * FROM waiting WHERE state = 'due'`)}`,
    );
  }

  /** Gives the stream back as it is: to be told at once, or later. */
  async release(claim: Claim): Promise<void> {
    await rows(
      this.views,
      sql`UPDATE webhooks.streams AS s SET claimed_by = NULL, claimed_until = NULL WHERE ${own(claim)}`,
    );
  }

  /** The receiver wants nothing more (410). */
  async gone(claim: Claim, event: string, answer: Answered): Promise<void> {
    await rows(
      this.views,
      sql`WITH log AS (${logged(claim, event, answer)}), freed AS (
            UPDATE webhooks.streams AS s SET claimed_by = NULL, claimed_until = NULL WHERE ${own(claim)})
          UPDATE webhooks.subscriptions SET state = 'gone' WHERE id = ${claim.subscription}::uuid`,
    );
  }

  /** A job for whatever is due and has none that runs: of senders that died, and of subscriptions that were paused. */
  async sweep(): Promise<void> {
    await rows(
      this.views,
      enqueue(sql`SELECT s.subscription, s.dispute, s.next_attempt_at FROM webhooks.streams AS s
        JOIN webhooks.subscriptions AS w ON w.id = s.subscription AND w.state = 'active'
        WHERE s.state = 'due' AND s.next_attempt_at <= now() AND (s.claimed_until IS NULL OR s.claimed_until < now())
        ORDER BY s.next_attempt_at LIMIT 5000`),
    );
    await rows(this.views, sql`DELETE FROM webhooks.attempts WHERE at < now() - interval '30 days'`);
  }
}

/** TypeORM answers a write that returns rows as the rows and their count. */
const changed = (answer: readonly unknown[]): boolean => {
  const [first] = answer;
  return Array.isArray(first) ? first.length > 0 : answer.length > 0;
};
