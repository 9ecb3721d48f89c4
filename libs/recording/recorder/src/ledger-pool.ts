import { DatabaseError, Pool, type QueryResultRow } from 'pg';

/** The database of quarantine and witness could not be asked, or refused; `code` is its own where it answered. */
export class LedgerUnavailable extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    const code = cause instanceof DatabaseError ? (cause.code ?? 'unknown') : 'no-connection';
    super(`the recorder's database: ${code}`, { cause });
    this.code = code;
  }
}

export interface LedgerPool {
  /** @throws LedgerUnavailable */
  query<Row extends QueryResultRow>(query: {
    readonly name: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Every statement is prepared once per connection; a lost connection is reported by the query that meets it. */
export const openLedgerPool = (connectionString: string): LedgerPool => {
  const pool = new Pool({
    connectionString,
    application_name: 'recorder',
    max: 4,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    keepAlive: true,
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return {
    query: async <Row extends QueryResultRow>(query: { name: string; text: string; values: readonly unknown[] }) => {
      try {
        return (await pool.query<Row>({ ...query, values: [...query.values] })).rows;
      } catch (error) {
        throw new LedgerUnavailable(error);
      }
    },
    close: () => pool.end(),
  };
};
