import { runMigrations } from 'graphile-worker';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is told to whom, and how far. Positions are the sortable ones of views.timeline, so a rebuild of the views moves nothing here.
 * Beside the views and not among them: none of it follows from events.
 */
const TABLES = `
CREATE SCHEMA webhooks;

CREATE TABLE webhooks.subscriptions (
  id          uuid PRIMARY KEY,
  body        text COLLATE "C" NOT NULL, -- tells what this body may see
  url         text NOT NULL,
  description text NOT NULL,
  types       text[], -- null: every type
  division    text COLLATE "C", -- null: everywhere
  state       text NOT NULL CHECK (state IN ('active', 'paused', 'gone')),
  since       text COLLATE "C" NOT NULL, -- what is later is told
  created_at  timestamptz NOT NULL DEFAULT now(),
  created_by  text NOT NULL
);

-- A signature needs the secret itself; nothing but the sender reads it back.
CREATE TABLE webhooks.secrets (
  subscription uuid NOT NULL REFERENCES webhooks.subscriptions ON DELETE CASCADE,
  secret       text NOT NULL,
  made_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  valid_until  timestamptz, -- null: the newest
  PRIMARY KEY (subscription, made_at)
);

-- How far the timeline has been turned into jobs.
CREATE TABLE webhooks.checkpoint (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  position text COLLATE "C" NOT NULL
);
INSERT INTO webhooks.checkpoint (position) VALUES ('');

-- One dispute for one subscription: a queue of its own, told in order.
CREATE TABLE webhooks.streams (
  subscription    uuid NOT NULL REFERENCES webhooks.subscriptions ON DELETE CASCADE,
  dispute         text COLLATE "C" NOT NULL,
  told_to         text COLLATE "C" NOT NULL, -- told up to here
  due_to          text COLLATE "C" NOT NULL, -- to be told up to here
  state           text NOT NULL CHECK (state IN ('due', 'told', 'dead')),
  attempts        int NOT NULL DEFAULT 0, -- failed ones in a row
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  claimed_by      uuid,
  claimed_until   timestamptz,
  failed_since    timestamptz,
  last_status     int,
  last_error      text,
  PRIMARY KEY (subscription, dispute)
) WITH (fillfactor = 70);
CREATE INDEX streams_due ON webhooks.streams (next_attempt_at) WHERE state = 'due';
CREATE INDEX streams_in_trouble ON webhooks.streams (subscription) WHERE state = 'dead' OR attempts > 0;

-- What was tried, without what was said.
CREATE TABLE webhooks.attempts (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscription uuid NOT NULL REFERENCES webhooks.subscriptions ON DELETE CASCADE,
  event        text COLLATE "C" NOT NULL,
  at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  status       int,
  error        text,
  duration_ms  int NOT NULL
);
CREATE INDEX attempts_of_subscription ON webhooks.attempts (subscription, id DESC);
CREATE INDEX attempts_by_age ON webhooks.attempts (at);

-- How far a consumer's warehouse says it has come.
CREATE TABLE webhooks.consumers (
  body            text COLLATE "C" NOT NULL,
  name            text COLLATE "C" NOT NULL,
  position        text COLLATE "C" NOT NULL,
  acknowledged_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (body, name)
);
`;

const PRIVILEGES = `
REVOKE ALL ON SCHEMA webhooks FROM PUBLIC;
GRANT USAGE ON SCHEMA webhooks TO mediation_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks.subscriptions, webhooks.secrets, webhooks.streams, webhooks.attempts,
  webhooks.consumers TO mediation_app;
GRANT SELECT, UPDATE ON webhooks.checkpoint TO mediation_app;
`;

/** The queue's tables have row security and no policy, which shuts out everyone but their owner. */
const QUEUE = `
REVOKE ALL ON SCHEMA graphile_worker FROM PUBLIC;
GRANT USAGE ON SCHEMA graphile_worker TO mediation_app;
GRANT SELECT ON ALL TABLES IN SCHEMA graphile_worker TO mediation_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO mediation_app;
DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] LOOP
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON graphile_worker.%I TO mediation_app', each);
    EXECUTE format('CREATE POLICY services ON graphile_worker.%I TO mediation_app USING (true) WITH CHECK (true)', each);
  END LOOP;
END $$;
`;

export class Webhooks1796750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The library's own migrations, on a connection and in transactions of their own; repeated, they find nothing to do.
    const { options } = runner.connection;
    if (options.type !== 'postgres' || options.url === undefined) throw new Error('a PostgreSQL address is needed');
    await runMigrations({ connectionString: options.url });
    for (const sql of [TABLES, PRIVILEGES, QUEUE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA webhooks CASCADE; DROP SCHEMA graphile_worker CASCADE');
  }
}
