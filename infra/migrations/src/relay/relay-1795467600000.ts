import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept beside the journal: a backup holds both or neither, so a checkpoint never runs ahead of the events it speaks of. */
const TABLES = `
CREATE SCHEMA relay;

CREATE TABLE relay.leases (
  name       text COLLATE "C" PRIMARY KEY,
  term       bigint NOT NULL, -- one more with each new holder
  holder     text   NOT NULL,
  expires_at timestamptz NOT NULL,
  checkpoint text COLLATE "C", -- a position of the journal; everything up to it has been published
  published  bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
`;

/**
 * Gives the lease to who asks when it is his already, has been given back, or has run out; otherwise answers no row. Only this
 * clock counts, read after the row is locked. A holder who is late and whose lease nobody has taken keeps his term: in
 * between nobody has published anything.
 */
const ACQUIRE = `
CREATE FUNCTION relay.acquire(lease text, candidate text, ttl_ms int)
RETURNS TABLE (term bigint, checkpoint text, published bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO relay.leases AS l (name, term, holder, expires_at)
  SELECT lease, 1, candidate, clock_timestamp() + ttl_ms * interval '1 ms'
  -- Looked at before anything is locked, since candidates ask often.
  WHERE NOT EXISTS (
    SELECT FROM relay.leases AS o WHERE o.name = lease AND o.holder <> candidate AND o.expires_at > clock_timestamp()
  )
  ON CONFLICT (name) DO UPDATE SET
    term = l.term + (l.holder <> candidate)::int,
    holder = candidate,
    expires_at = clock_timestamp() + ttl_ms * interval '1 ms'
  WHERE l.holder = candidate OR l.expires_at <= clock_timestamp()
  RETURNING l.term, l.checkpoint, l.published;
$$;
`;

/** Keeps how far the term's holder has come; null when the term is over. Counts are totals, so it may be repeated. */
const ADVANCE = `
CREATE FUNCTION relay.advance(lease text, candidate text, current_term bigint, reached text, total bigint) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE relay.leases AS l SET checkpoint = reached, published = total
  WHERE l.name = lease AND l.holder = candidate AND l.term = current_term
  RETURNING true;
$$;
`;

/** Gives the lease back before its time; null when the term is over. */
const RELEASE = `
CREATE FUNCTION relay.release(lease text, candidate text, current_term bigint) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE relay.leases AS l SET expires_at = '-infinity'
  WHERE l.name = lease AND l.holder = candidate AND l.term = current_term
  RETURNING true;
$$;
`;

const PRIVILEGES = `
REVOKE ALL ON SCHEMA relay FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA relay FROM PUBLIC;
GRANT USAGE ON SCHEMA relay TO mediation_app;
GRANT SELECT ON relay.leases TO mediation_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA relay TO mediation_app;
`;

export class Relay1795467600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, ACQUIRE, ADVANCE, RELEASE, PRIVILEGES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA relay CASCADE');
  }
}
