import { openSidePool } from '@mediation/event-store/postgres';
import type { Allocation, ClosableNumbers } from './allocation';

export interface DossierNumbersOptions {
  /** The journal's database, as the application's role. */
  readonly connectionString: string;
}

const ALLOCATE = 'SELECT dossier.allocate($1, $2, $3) AS serial';
const LIST = `
  SELECT serial, dispute, to_char(allocated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "allocatedAt"
  FROM dossier.numbers WHERE body = $1 AND year = $2 AND serial > $3 ORDER BY serial LIMIT $4`;

/** The registers of a journal's database. @throws StoreUnavailable while that cannot be asked */
export const postgresDossierNumbers = ({ connectionString }: DossierNumbersOptions): ClosableNumbers => {
  const pool = openSidePool({ connectionString, applicationName: 'dossier-numbers' });
  return {
    async allocate(body, year, dispute) {
      const [row] = await pool.rows<{ serial: number }>(ALLOCATE, [body, year, dispute]);
      if (row === undefined) throw new Error('dossier.allocate answers with one row');
      return row.serial;
    },
    async list(body, year, { after, limit }) {
      return pool.rows<Allocation>(LIST, [body, year, after, limit]);
    },
    close: () => pool.close(),
  };
};
