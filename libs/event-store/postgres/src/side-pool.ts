import { Pool, type QueryResultRow } from 'pg';
import { toFault } from './faults';

export interface SidePoolOptions {
  /** The journal's database, as the application's role. */
  readonly connectionString: string;
  readonly applicationName: string;
}

/** A few connections for what a district keeps beside its journal, asked now and then. */
export interface SidePool {
  /** @throws StoreUnavailable while the database cannot be asked */
  rows<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** No answer within this is a fault. */
const TIMEOUT_MS = 10_000;
const CONNECTIONS = 2;

export const openSidePool = ({ connectionString, applicationName }: SidePoolOptions): SidePool => {
  const pool = new Pool({
    connectionString,
    application_name: applicationName,
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
    idle_in_transaction_session_timeout: TIMEOUT_MS,
    keepAlive: true,
  });
  // While a connection is checked out the pool does not listen, and its loss would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // An idle connection was lost; the pool has dropped it already.
  return {
    async rows<Row extends QueryResultRow>(sql: string, values: readonly unknown[]) {
      try {
        return (await pool.query<Row>(sql, [...values])).rows;
      } catch (error) {
        throw toFault(error);
      }
    },
    close: () => pool.end(),
  };
};
