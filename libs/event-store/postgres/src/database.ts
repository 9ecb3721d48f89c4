import { Pool, type CustomTypesConfig, type PoolConfig, type QueryArrayConfig, type QueryArrayResult } from 'pg';
import { StoreClosed } from '@mediation/event-store/port';
import { toFault } from './faults';

const JSONB_OID = 3802;
const asText = (text: string): string => text;

/** JSON is parsed as its row arrives, while the server makes the next; every other column stays the text that was sent. */
export const COLUMN_TYPES: CustomTypesConfig = {
  getTypeParser: (oid) => (oid === JSONB_OID ? JSON.parse : asText) as (text: string) => string,
};

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly applicationName: string;
  readonly connections: number;
  readonly statementTimeoutMs: number;
}

/** A pool or one connection. */
export interface Queryable {
  query<Row extends unknown[]>(query: QueryArrayConfig): Promise<QueryArrayResult<Row>>;
}

/**
 * Every query of the store is a walk along an index, whatever the statistics say or do not say yet: planned once, kept for
 * the connection, the same for ten events and for millions.
 */
const PLANNING =
  '-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';

/** A session of ours that hangs in a transaction must not hold back the readers' horizon. */
export const connectionConfig = ({ connectionString, applicationName, statementTimeoutMs }: DatabaseOptions) => ({
  connectionString,
  application_name: applicationName,
  statement_timeout: statementTimeoutMs,
  idle_in_transaction_session_timeout: statementTimeoutMs,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  options: PLANNING,
});

/** A pool that outlives the server's restarts and reports in the port's errors. */
export class Database implements Queryable {
  private readonly pool: Pool;
  private readonly running = new Set<Promise<unknown>>();
  private closed = false;

  constructor(options: DatabaseOptions) {
    const config: PoolConfig = {
      ...connectionConfig(options),
      max: options.connections,
      verify: (client, done) => {
        client.query('SELECT journal.enter_epoch()').then(() => done(), done);
      },
    };
    this.pool = new Pool(config);
    // While a connection is checked out the pool does not listen, and its loss would end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.pool.on('error', () => undefined); // An idle connection was lost; the pool has dropped it already.
  }

  /** @throws StoreUnavailable, StoreClosed, or the server's refusal of the statement. */
  async query<Row extends unknown[]>(query: QueryArrayConfig): Promise<QueryArrayResult<Row>> {
    if (this.closed) throw new StoreClosed();
    const result = this.pool.query<Row>(query);
    this.running.add(result);
    try {
      return await result;
    } catch (error) {
      throw toFault(error);
    } finally {
      this.running.delete(result);
    }
  }

  /** Waits for what is running, then hangs up. The pool alone would leave those waiting for a connection without answer. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
    await this.pool.end();
  }
}
