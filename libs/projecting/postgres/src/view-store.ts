import type { Pool, PoolClient } from 'pg';
import type { ParkedStream, ViewStatus, ViewStore, ViewTransaction } from '@mediation/projecting/engine';
import { Columns } from './view-table';
import { PostgresViewTransaction } from './view-transaction';

const STATUSES = `
  SELECT p.name, p.generation, p.version, p.state, p.checkpoint, p.updated_at AS "updatedAt", count(k.stream)::int AS parked
  FROM views.projections AS p LEFT JOIN views.parked AS k ON k.view = p.name AND k.generation = p.generation
  WHERE $1::text[] IS NULL OR p.name = ANY($1)
  GROUP BY p.name, p.state ORDER BY p.name, p.generation`;

const PARKED = `
  SELECT k.view, k.stream, k.revision, k.position, k.event_id AS "eventId", k.type, k.code, k.parked_at AS "parkedAt"
  FROM views.parked AS k JOIN views.projections AS p ON p.name = k.view AND p.generation = k.generation AND p.state = 'live'
  WHERE $1::text[] IS NULL OR k.view = ANY($1)
  ORDER BY k.parked_at DESC, k.view, k.stream LIMIT 1000`;

const ignoreLostConnection = (): void => undefined;

/** Views in PostgreSQL. With `building` it works on the generation a rebuild is making instead of the live one. */
export class PostgresViewStore implements ViewStore {
  private readonly columns = new Columns();

  constructor(
    private readonly pool: Pool,
    private readonly state: 'live' | 'building' = 'live',
    /** The views it tells of; others may lie beside them. Default: all. */
    private readonly names?: readonly string[],
  ) {}

  async transact<T>(work: (transaction: ViewTransaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    // While it is checked out the pool does not listen, and a lost connection would end the process.
    client.on('error', ignoreLostConnection);
    try {
      // A commit lost in a crash takes its checkpoint with it, and the events are simply projected again.
      await client.query('BEGIN; SET LOCAL synchronous_commit TO off; SET LOCAL jit TO off');
      const result = await work(new PostgresViewTransaction(client, this.columns, this.state));
      await client.query('COMMIT');
      release(client);
      return result;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  }

  async statuses(): Promise<readonly ViewStatus[]> {
    const { rows } = await this.pool.query<ViewStatus & { checkpoint: string | null; updatedAt: Date }>(STATUSES, [
      this.names ?? null,
    ]);
    return rows.map((row) => ({
      ...row,
      checkpoint: row.checkpoint ?? undefined,
      updatedAt: (row.updatedAt as Date).toISOString(),
    }));
  }

  async parked(): Promise<readonly (ParkedStream & { readonly parkedAt: string })[]> {
    const { rows } = await this.pool.query<ParkedStream & { parkedAt: Date }>(PARKED, [this.names ?? null]);
    return rows.map((row) => ({ ...row, parkedAt: row.parkedAt.toISOString() }));
  }
}

const release = (client: PoolClient, broken = false): void => {
  client.off('error', ignoreLostConnection);
  client.release(broken);
};

const rollBack = async (client: PoolClient): Promise<void> => {
  try {
    await client.query('ROLLBACK');
    release(client);
  } catch {
    release(client, true);
  }
};
