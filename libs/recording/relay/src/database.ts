import { Pool } from 'pg';

/** One for the lease, one for the checkpoint, one for the lag: none of them waits for another. */
const CONNECTIONS = 3;

/** All its queries walk an index, whatever the statistics say or do not say yet. */
const PLANNING = '-c jit=off -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';

/** A pool that outlives the server's restarts. No answer within `timeoutMs` is a fault, however the connection was lost. */
export const openPool = (connectionString: string, timeoutMs: number): Pool => {
  const pool = new Pool({
    connectionString,
    application_name: 'relay',
    max: CONNECTIONS,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
    keepAlive: true,
    options: PLANNING,
  });
  // While a connection is checked out the pool does not listen, and its loss would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // An idle connection was lost; the pool has dropped it already.
  return pool;
};
