import type { Client } from 'pg';
import { storedHistory } from './sample-events';

const BATCH = 100_000;
const EVENTS_PER_STREAM = 10;

/** A UUID of version 7, as the program gives a new dispute: a stream a millisecond from 2025-01-01 on. */
const STREAM_ID = `
  (lpad(to_hex(1735689600000 + n / ${EVENTS_PER_STREAM}), 12, '0') || '7' || substr(md5((n / ${EVENTS_PER_STREAM})::text), 1, 3)
   || '8' || substr(md5((n / ${EVENTS_PER_STREAM})::text), 4, 15))::uuid`;

/**
 * Streams named as the program names them, so that a new one finds its place at the end of the index, each with the first ten
 * events of a real dispute. Only the chain's hashes are not those of a real history.
 */
const GROW = `
INSERT INTO journal.events (epoch, revision, event_id, stream, type, hash, data, metadata)
SELECT (SELECT max(epoch) FROM journal.epochs), n % ${EVENTS_PER_STREAM}, md5('event' || n)::uuid,
       'dispute-' || ${STREAM_ID}, event ->> 'type', sha256(int8send(n)),
       event -> 'data', event -> 'metadata'
FROM generate_series($1::bigint, $2::bigint) AS n CROSS JOIN LATERAL (SELECT ($3::jsonb) -> (n % ${EVENTS_PER_STREAM})::int AS event) AS e`;

/** Adds events in bulk, as the owner may, until there are so many. The unique key is built again afterwards, which is quicker. */
export const growJournal = async (owner: Client, from: number, to: number): Promise<void> => {
  const events = JSON.stringify(storedHistory('370402102200-committee').slice(0, EVENTS_PER_STREAM));
  await owner.query(`SET maintenance_work_mem = '1GB'`);
  await owner.query('ALTER TABLE journal.events DROP CONSTRAINT one_event_per_revision');
  for (let n = from; n < to; n += BATCH) await owner.query(GROW, [n, Math.min(n + BATCH, to) - 1, events]);
  await owner.query('ALTER TABLE journal.events ADD CONSTRAINT one_event_per_revision UNIQUE (stream, revision)');
  await owner.query('VACUUM ANALYZE journal.events');
};
