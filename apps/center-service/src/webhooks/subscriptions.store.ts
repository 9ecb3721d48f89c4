import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { rows, sql, type Sql } from '../sql';
import { NAME_OF_BODY, VIEWS } from '../tokens';
import { newSecret } from './signature';
import { alreadySubscribed } from './webhooks.problems';
import type { SubscriptionAnswer, SubscriptionDetail } from './webhooks.answer';
import type { Change, Subscribe } from './webhooks.query';

interface SubscriptionRow {
  readonly id: string;
  readonly body: string;
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[] | null;
  readonly division: string | null;
  readonly state: SubscriptionAnswer['state'];
  readonly createdAt: string;
  readonly secrets: readonly { readonly madeAt: string; readonly validUntil: string | null }[];
  readonly due: number;
  readonly failing: number;
  readonly dead: number;
  readonly failingSince: string | null;
  readonly lastAttemptAt: string | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

/** What a row does not have is absent, not null. */
const present = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
  } & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]> };

const time = (column: Sql): Sql => sql`to_char((${column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SUBSCRIPTION = sql`
  SELECT w.id, w.body, w.url, w.description, w.types, w.division, w.state, ${time(sql`w.created_at`)} AS "createdAt",
    (SELECT json_agg(json_build_object('madeAt', ${time(sql`k.made_at`)}, 'validUntil', ${time(sql`k.valid_until`)}) ORDER BY k.made_at DESC)
      FROM webhooks.secrets AS k WHERE k.subscription = w.id AND (k.valid_until IS NULL OR k.valid_until > now())) AS secrets,
    s.due, s.failing, s.dead, ${time(sql`s.failing_since`)} AS "failingSince",
    ${time(sql`a.at`)} AS "lastAttemptAt", a.status AS "lastStatus", a.error AS "lastError"
  FROM webhooks.subscriptions AS w
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t.state = 'due')::int AS due, count(*) FILTER (WHERE t.state = 'due' AND t.attempts > 0)::int AS failing,
        count(*) FILTER (WHERE t.state = 'dead')::int AS dead, min(t.failed_since) AS failing_since
      FROM webhooks.streams AS t WHERE t.subscription = w.id AND t.state <> 'told') AS s
    LEFT JOIN LATERAL (
      SELECT l.at, l.status, l.error FROM webhooks.attempts AS l WHERE l.subscription = w.id ORDER BY l.id DESC LIMIT 1) AS a ON true`;

const UNIQUE_VIOLATION = '23505';

/** A body is told at an address once: who asks again, because no answer came, makes no second one. */
const onceEach = (error: unknown): never => {
  throw (error as { code?: string }).code === UNIQUE_VIOLATION ? alreadySubscribed() : error;
};

/** The subscriptions as the centre's operators manage them. */
@Injectable()
export class Subscriptions {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  async list(district: string): Promise<readonly SubscriptionAnswer[]> {
    const found = await rows<SubscriptionRow>(
      this.views,
      sql`${SUBSCRIPTION} WHERE starts_with(w.body, ${district}) ORDER BY w.created_at, w.id`,
    );
    return found.map((row) => this.answer(row));
  }

  async find(id: string, district: string): Promise<SubscriptionAnswer | undefined> {
    const [row] = await rows<SubscriptionRow>(
      this.views,
      sql`${SUBSCRIPTION} WHERE w.id = ${id}::uuid AND starts_with(w.body, ${district})`,
    );
    return row && this.answer(row);
  }

  /** Told is what the timeline gains from now on. */
  async add({ url, body, types, division, description }: Subscribe, by: string) {
    const id = randomUUID();
    const secret = newSecret();
    await rows(
      this.views,
      sql`WITH added AS (
            INSERT INTO webhooks.subscriptions (id, body, url, description, types, division, state, since, created_by)
            SELECT ${id}::uuid, ${body}, ${url}, ${description}, ${types}::text[], ${division}, 'active',
              coalesce(max(position), ''), ${by} FROM views.timeline RETURNING id)
          INSERT INTO webhooks.secrets (subscription, secret) SELECT id, ${secret} FROM added`,
    ).catch(onceEach);
    return { id, secret };
  }

  async change(id: string, { url, types, division, description, state }: Change): Promise<void> {
    const keep = (column: Sql, value: unknown, type: Sql) => (value === undefined ? column : sql`${value}::${type}`);
    await rows(
      this.views,
      sql`UPDATE webhooks.subscriptions AS w SET url = ${keep(sql`w.url`, url, sql`text`)},
            types = ${keep(sql`w.types`, types, sql`text[]`)}, division = ${keep(sql`w.division`, division, sql`text`)},
            description = ${keep(sql`w.description`, description, sql`text`)}, state = ${keep(sql`w.state`, state, sql`text`)}
          WHERE w.id = ${id}::uuid`,
    ).catch(onceEach);
  }

  async remove(id: string): Promise<void> {
    await rows(this.views, sql`DELETE FROM webhooks.subscriptions WHERE id = ${id}::uuid`);
  }

  /** A new secret; those before it stay good for a while, so that the receiver can change over. */
  async rotate(id: string, keepOldHours: number) {
    const secret = newSecret();
    const [old] = await rows<{ until: string }>(
      this.views,
      sql`WITH dropped AS (DELETE FROM webhooks.secrets WHERE subscription = ${id}::uuid AND valid_until <= now()),
          old AS (UPDATE webhooks.secrets SET valid_until = least(valid_until, now() + ${keepOldHours}::int * interval '1 hour')
            WHERE subscription = ${id}::uuid AND (valid_until IS NULL OR valid_until > now())),
          made AS (INSERT INTO webhooks.secrets (subscription, secret) VALUES (${id}::uuid, ${secret}))
          SELECT ${time(sql`now() + ${keepOldHours}::int * interval '1 hour'`)} AS until`,
    );
    return { secret, oldValidUntil: old!.until };
  }

  async secretsOf(id: string): Promise<readonly string[]> {
    const found = await rows<{ secret: string }>(
      this.views,
      sql`SELECT secret FROM webhooks.secrets WHERE subscription = ${id}::uuid AND (valid_until IS NULL OR valid_until > now())
          ORDER BY made_at DESC`,
    );
    return found.map(({ secret }) => secret);
  }

  /** What was given up or waits for its next attempt is due now; how many disputes. */
  async replay(id: string, dispute: string | undefined): Promise<number> {
    const [replayed] = await rows<{ disputes: number }>(
      this.views,
      sql`WITH replayed AS (
            UPDATE webhooks.streams SET state = 'due', attempts = 0, next_attempt_at = now()
            WHERE subscription = ${id}::uuid AND (state = 'dead' OR state = 'due' AND attempts > 0)
              AND ${dispute === undefined ? sql`true` : sql`dispute = ${dispute}`} RETURNING 1)
          SELECT count(*)::int AS disputes FROM replayed`,
    );
    return replayed?.disputes ?? 0;
  }

  async troubles(id: string): Promise<SubscriptionDetail['troubles']> {
    const found = await rows<{ dispute: string; state: 'due' | 'dead'; attempts: number; [column: string]: unknown }>(
      this.views,
      sql`SELECT dispute, state, attempts, ${time(sql`failed_since`)} AS "failedSince",
            CASE WHEN state = 'due' THEN ${time(sql`next_attempt_at`)} END AS "nextAttemptAt",
            last_status AS "lastStatus", last_error AS "lastError"
          FROM webhooks.streams WHERE subscription = ${id}::uuid AND (state = 'dead' OR state = 'due' AND attempts > 0)
          ORDER BY state, failed_since, dispute LIMIT 100`,
    );
    return found.map((row) => present(row));
  }

  async attempts(id: string): Promise<SubscriptionDetail['attempts']> {
    const found = await rows<{
      event: string;
      at: string;
      durationMs: number;
      status: number | null;
      error: string | null;
    }>(
      this.views,
      sql`SELECT event, ${time(sql`at`)} AS at, status, error, duration_ms AS "durationMs"
          FROM webhooks.attempts WHERE subscription = ${id}::uuid ORDER BY id DESC LIMIT 50`,
    );
    return found.map((row) => present(row));
  }

  private answer(row: SubscriptionRow): SubscriptionAnswer {
    const { id, body, url, description, types, division, state, createdAt, secrets, ...standing } = row;
    const named = { body: bodyAnswer(this.nameOf, body), types, division };
    return {
      ...{ id, url, description, state, createdAt },
      ...named,
      secrets: secrets.map((each) => present(each)),
      standing: present(standing),
    };
  }
}
