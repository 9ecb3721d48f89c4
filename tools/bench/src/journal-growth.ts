import type { Client } from 'pg';
import { storedHistory } from './sample-events';

const BATCH = 100_000;

/**
 * Streams of ten events, named as the program names them, so that their index grows the way it does in real life: an event
 * finds its stream's place anywhere in it. Only the chain's hashes are not those of a real history.
 */
const GROW = `
INSERT INTO journal.events (epoch, revision, event_id, stream, type, hash, data, metadata)
SELECT (SELECT max(epoch) FROM journal.epochs), n % 10, md5('event' || n)::uuid, 'dispute-' || md5((n / 10)::text)::uuid,
       $3, sha256(int8send(n)), $4, $5
FROM generate_series($1::bigint, $2::bigint) AS n`;

/** Adds events in bulk, as the owner may, until there are so many. */
export const growJournal = async (owner: Client, from: number, to: number): Promise<void> => {
  const [event] = storedHistory('370402102200-committee');
  for (let n = from; n < to; n += BATCH) {
    await owner.query(GROW, [n, Math.min(n + BATCH, to) - 1, event!.type, event!.data, event!.metadata]);
  }
  await owner.query('VACUUM ANALYZE journal.events');
};
