import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
CREATE SCHEMA journal;

-- Transaction ids start again in another cluster, so a place in the order is (epoch, transaction, position).
CREATE TABLE journal.epochs (
  epoch      int PRIMARY KEY,
  cluster    text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE journal.events (
  transaction_id xid8   NOT NULL DEFAULT pg_current_xact_id(),
  position       bigint GENERATED ALWAYS AS IDENTITY,
  epoch          int    NOT NULL, -- the default is the current epoch, see journal.enter_epoch()
  revision       int    NOT NULL CHECK (revision >= 0),
  event_id       uuid   NOT NULL,
  stream         text   COLLATE "C" NOT NULL,
  type           text   COLLATE "C" NOT NULL,
  hash           bytea  NOT NULL,
  data           jsonb  NOT NULL,
  metadata       jsonb  NOT NULL,
  CONSTRAINT one_event_per_revision UNIQUE (stream, revision)
);
CREATE INDEX global_order ON journal.events (epoch, transaction_id, position);

CREATE TABLE journal.receipts (
  key         text COLLATE "C" CONSTRAINT one_receipt_per_key PRIMARY KEY,
  fingerprint text NOT NULL,
  answer      jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
`;

/**
 * Many appends in one round trip, each decided on its own. The arrays before `event_streams` have one element per append, the
 * others one per event, in the order of the appends; no two appends may name the same stream. `expected`: -2 any, -1 none.
 * Answers per append: its last revision; or -2 - a, when the stream is at a (-1: there is none) and not where it was expected;
 * or null, when its receipt is already kept.
 *
 * The global order is that of transaction ids. That it never puts an event before one it could have been decided on takes
 * two things: the id is assigned after the streams are locked (hence the first check), and nothing is written before the
 * table's own lock is held (hence events before receipts), which is how journal.horizon() recognises a writer.
 *
 * The settings keep the plans of an empty journal's first minutes good for millions of events: planned anew for each call, the
 * statements cost three times as much, and what is planned before the first statistics would scan the table.
 */
const APPEND = `
CREATE FUNCTION journal.append(
  streams text[], expected bigint[], receipt_keys text[], fingerprints text[], answers jsonb[],
  event_streams text[], ids uuid[], types text[], payloads jsonb[], metadatas jsonb[], digests bytea[]
) RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  outcomes  bigint[] := '{}';
  revisions int[]    := '{}';
  hashes    bytea[]  := '{}';
  head      record;
  event     int := 1;
  revision  bigint;
  hash      bytea;
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'journal.append must be the first to write in its transaction' USING ERRCODE = 'JR001';
  END IF;

  PERFORM pg_advisory_xact_lock(key) FROM (
    SELECT hashtextextended(stream, 0) AS key FROM unnest(streams) AS stream
    UNION SELECT hashtextextended(receipt, 1) FROM unnest(receipt_keys) AS receipt WHERE receipt IS NOT NULL
    ORDER BY key
  ) AS locks;

  FOR head IN
    SELECT a.stream, a.expected, coalesce(e.revision, -1) AS revision, e.hash, r.key IS NOT NULL AS is_known
    FROM unnest(streams, expected, receipt_keys) WITH ORDINALITY AS a (stream, expected, receipt, place)
    LEFT JOIN journal.receipts AS r ON r.key = a.receipt
    LEFT JOIN LATERAL (
      SELECT s.revision, s.hash FROM journal.events AS s WHERE s.stream = a.stream ORDER BY s.revision DESC LIMIT 1
    ) AS e ON true
    ORDER BY a.place
  LOOP
    revision := head.revision;
    hash := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
    IF head.is_known OR (head.expected <> -2 AND head.expected <> revision) THEN
      outcomes := outcomes || CASE WHEN head.is_known THEN NULL ELSE -2 - revision END;
      WHILE event_streams[event] = head.stream LOOP
        revisions := revisions || NULL::int;
        hashes := hashes || NULL::bytea;
        event := event + 1;
      END LOOP;
    ELSE
      WHILE event_streams[event] = head.stream LOOP
        revision := revision + 1;
        hash := sha256(hash || int8send(revision) || digests[event]);
        revisions := revisions || revision::int;
        hashes := hashes || hash;
        event := event + 1;
      END LOOP;
      outcomes := outcomes || revision;
    END IF;
  END LOOP;

  INSERT INTO journal.events (revision, event_id, stream, type, hash, data, metadata)
  SELECT e.revision, e.id, e.stream, e.type, e.hash, e.data, e.metadata
  FROM unnest(event_streams, ids, types, payloads, metadatas, revisions, hashes) WITH ORDINALITY
    AS e (stream, id, type, data, metadata, revision, hash, place)
  WHERE e.revision IS NOT NULL
  ORDER BY e.place;

  IF receipt_keys IS NOT NULL THEN
    INSERT INTO journal.receipts (key, fingerprint, answer)
    SELECT r.key, r.fingerprint, r.answer
    FROM unnest(receipt_keys, fingerprints, answers, outcomes) AS r (key, fingerprint, answer, outcome)
    WHERE r.key IS NOT NULL AND r.outcome >= 0;
  END IF;

  RETURN outcomes;
END $$;
`;

/**
 * The end of what readers may see: every event before it, in the order of (epoch, transaction), is committed or will never be.
 *
 * pg_snapshot_xmin alone would be safe too, but it waits for every transaction of the cluster that has an id, in whatever
 * database. Only an append can put an event in, it takes its id after the lock on journal.events, and keeps both to the end;
 * so only holders of that lock are waited for. The snapshot comes first, then who runs, then who holds the lock: one that had
 * an id below the snapshot's end and shows in neither has ended, and the reader's next statement sees what it wrote.
 */
const HORIZON = `
CREATE FUNCTION journal.horizon(OUT epoch int, OUT transaction_id xid8)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  snapshot  pg_snapshot := pg_current_snapshot();
  next_id   bigint := pg_snapshot_xmax(snapshot)::text::bigint;
  running   jsonb;
  lag       bigint;
  is_opaque boolean;
BEGIN
  epoch := (SELECT max(e.epoch) FROM journal.epochs AS e);
  transaction_id := pg_snapshot_xmin(snapshot);
  IF transaction_id = pg_snapshot_xmax(snapshot) OR pg_is_in_recovery() THEN
    RETURN;
  END IF;

  PERFORM pg_stat_clear_snapshot();
  -- Ids are 32 bits wide here: they are taken as the distance, in either direction, from the next one.
  SELECT jsonb_object_agg(a.pid, (a.backend_xid::text::bigint - next_id % 4294967296 + 6442450944) % 4294967296 - 2147483648)
  INTO running FROM pg_stat_get_activity(NULL) AS a WHERE a.backend_xid IS NOT NULL;

  -- A prepared transaction has the lock but no process.
  SELECT min((running ->> l.pid::text)::bigint), bool_or(l.pid IS NULL) INTO lag, is_opaque
  FROM pg_locks AS l
  WHERE l.relation = 'journal.events'::regclass AND l.mode = 'RowExclusiveLock' AND l.granted
    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database());
  IF is_opaque IS NOT TRUE THEN
    transaction_id := (next_id + least(lag, 0))::text::xid8;
  END IF;
END $$;
`;

/**
 * Begins a new epoch when the cluster is not the one of the last: another identity (dump and restore) or another timeline (a
 * backup recovered to a point, a standby promoted). Every connection of the store calls it before anything else, so no event
 * is appended to an epoch that has passed; the table's default carries the epoch, which costs an append nothing.
 */
const EPOCH = `
CREATE FUNCTION journal.enter_epoch() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  here text;
  last journal.epochs;
BEGIN
  IF pg_is_in_recovery() THEN
    RETURN (SELECT max(e.epoch) FROM journal.epochs AS e);
  END IF;
  here := (SELECT c.system_identifier FROM pg_control_system() AS c) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8);
  SELECT * INTO last FROM journal.epochs ORDER BY epochs.epoch DESC LIMIT 1;
  IF last.cluster IS DISTINCT FROM here THEN
    LOCK TABLE journal.epochs IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO last FROM journal.epochs ORDER BY epochs.epoch DESC LIMIT 1;
    IF last.cluster IS DISTINCT FROM here THEN
      INSERT INTO journal.epochs (epoch, cluster) VALUES (coalesce(last.epoch, 0) + 1, here) RETURNING * INTO last;
      EXECUTE format('ALTER TABLE journal.events ALTER COLUMN epoch SET DEFAULT %s', last.epoch);
    END IF;
  END IF;
  RETURN last.epoch;
END $$;
`;

/** The application may read, and add through the function that keeps the chain. Nothing else, not even to insert. */
const PRIVILEGES = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mediation_app') THEN
    CREATE ROLE mediation_app NOLOGIN;
  END IF;
END $$;
REVOKE ALL ON SCHEMA journal FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA journal FROM PUBLIC;
GRANT USAGE ON SCHEMA journal TO mediation_app;
GRANT SELECT ON ALL TABLES IN SCHEMA journal TO mediation_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA journal TO mediation_app;
`;

export class Journal1735689600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, APPEND, HORIZON, EPOCH, PRIVILEGES]) await runner.query(sql);
    await runner.query('SELECT journal.enter_epoch()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA journal CASCADE');
  }
}
