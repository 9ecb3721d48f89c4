import { toFault } from '@mediation/event-store/postgres';
import { Pool, type QueryResult, type QueryResultRow } from 'pg';
import type { Allocation, ClosableNumbers } from './allocation';

export interface DossierNumbersOptions {
  /** The journal's database, as the application's role. */
  readonly connectionString: string;
}

/** Files are opened now and then; no answer within this is a fault. */
const TIMEOUT_MS = 10_000;
const CONNECTIONS = 2;

const openPool = (connectionString: string): Pool => {
  const pool = new Pool({
    connectionString,
    application_name: 'dossier-numbers',
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
    idle_in_transaction_session_timeout: TIMEOUT_MS,
    keepAlive: true,
  });
  // While a connection is checked out the pool does not listen, and its loss would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // An idle connection was lost; the pool has dropped it already.
  return pool;
};

const ALLOCATE = 'SELECT dossier.allocate($1, $2, $3) AS serial';
const LIST = `
  SELECT serial, dispute, to_char(allocated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "allocatedAt"
  FROM dossier.numbers WHERE body = $1 AND year = $2 AND serial > $3 ORDER BY serial LIMIT $4`;

/** The registers of a journal's database. @throws StoreUnavailable while that cannot be asked */
export const postgresDossierNumbers = ({ connectionString }: DossierNumbersOptions): ClosableNumbers => {
  const pool = openPool(connectionString);
  const query = async <Row extends QueryResultRow>(sql: string, values: unknown[]): Promise<QueryResult<Row>> => {
    try {
      return await pool.query<Row>(sql, values);
    } catch (error) {
      throw toFault(error);
    }
  };
  return {
    async allocate(body, year, dispute) {
      const { rows } = await query<{ serial: number }>(ALLOCATE, [body, year, dispute]);
      const [row] = rows;
      if (row === undefined) throw new Error('dossier.allocate answers with one row');
      return row.serial;
    },
    async list(body, year, { after, limit }) {
      return (await query<Allocation>(LIST, [body, year, after, limit])).rows;
    },
    close: () => pool.end(),
  };
};
