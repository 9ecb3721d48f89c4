import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
CREATE SCHEMA recorder;

-- Where each recorded event stood in the order of the journal it came from: the event store has an order of its own.
CREATE TABLE recorder.witness (
  source           text COLLATE "C" NOT NULL,
  stream           text COLLATE "C" NOT NULL,
  revision         int  NOT NULL CHECK (revision >= 0),
  journal_position text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, revision)
);

-- What came and could not be recorded. A row is never removed, and what came in it never changes.
CREATE TABLE recorder.quarantine (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state        text NOT NULL CHECK (state IN ('held', 'quarantined', 'released', 'resolved')),
  reason       text NOT NULL CHECK (reason IN ('gap', 'fork', 'broken-chain', 'foreign-source')),
  source       text COLLATE "C" NOT NULL,
  stream       text COLLATE "C" NOT NULL,
  revision     int  NOT NULL CHECK (revision >= 0),
  claimed_hash text COLLATE "C" NOT NULL CHECK (claimed_hash ~ '^[0-9a-f]{64}$'),
  topic        text NOT NULL,
  partition    int  NOT NULL,
  topic_offset text NOT NULL,
  headers      jsonb NOT NULL,
  body         bytea NOT NULL,
  received_at  timestamptz NOT NULL DEFAULT now(),
  decision     text CHECK (decision IN ('dismiss', 'accept')),
  decided_by   text,
  decided_at   timestamptz,
  note         text,
  CONSTRAINT one_row_per_event UNIQUE (stream, revision, source, claimed_hash),
  CHECK ((state = 'held') <= (reason = 'gap')),
  CHECK ((state = 'resolved') = (decision IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL AND note IS NOT NULL))
);
CREATE INDEX still_open ON recorder.quarantine (stream, revision) WHERE state IN ('held', 'quarantined');
COMMENT ON COLUMN recorder.quarantine.body IS 'personal data: the event as it was received';
COMMENT ON COLUMN recorder.quarantine.note IS 'written by an operator: may hold personal data';
`;

/** The recorder adds; what it has once written of an event it cannot change, nor can it remove anything. */
const PRIVILEGES = `
REVOKE ALL ON SCHEMA recorder FROM PUBLIC;
GRANT USAGE ON SCHEMA recorder TO mediation_app;
GRANT SELECT, INSERT ON recorder.witness, recorder.quarantine TO mediation_app;
GRANT UPDATE (state, reason, decision, decided_by, decided_at, note) ON recorder.quarantine TO mediation_app;
`;

export class Recorder1795467660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, PRIVILEGES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA recorder CASCADE');
  }
}
