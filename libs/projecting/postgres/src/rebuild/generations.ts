import { escapeIdentifier, type ClientBase } from 'pg';
import { ViewUnknown } from '@mediation/projecting/engine';
import { tableName, type ViewTable } from '../view-table';

const NAME = /^[a-z][a-z_]*$/;

export interface Live extends ViewTable {
  readonly version: number;
  readonly checkpoint: string | null;
}

/** @throws ViewUnknown for a name that no migration has made. */
export const liveOf = async (client: ClientBase, view: string, lock: 'lock' | 'look' = 'look'): Promise<Live> => {
  const { rows } = await client.query<Live>(
    `SELECT name, generation, version, checkpoint FROM views.projections WHERE name = $1 AND state = 'live'
     ${lock === 'lock' ? 'FOR UPDATE' : ''}`,
    [view],
  );
  if (rows[0] === undefined || !NAME.test(view)) throw new ViewUnknown([view]);
  return rows[0];
};

/** Removes what is not live: what a rebuild has replaced, or one that was killed has left. */
export const dropOthers = async (client: ClientBase, { name, generation }: ViewTable): Promise<void> => {
  const { rows } = await client.query<{ generation: number }>(
    `SELECT substring(relname FROM '[0-9]+$')::int AS generation FROM pg_class
     WHERE relnamespace = 'views'::regnamespace AND relkind = 'r' AND relname ~ ('^' || $1 || '_[0-9]+$')`,
    [name],
  );
  await client.query(`DELETE FROM views.projections WHERE name = $1 AND state = 'building'`, [name]);
  await client.query('DELETE FROM views.parked WHERE view = $1 AND generation <> $2', [name, generation]);
  for (const other of rows.filter((row) => row.generation !== generation)) {
    await client.query(`DROP TABLE ${tableName({ name, generation: other.generation })}`);
  }
};

/** LIKE copies everything but the storage parameters. */
const storageOf = async (client: ClientBase, table: ViewTable): Promise<string> => {
  const { rows } = await client.query<{ options: string | null }>(
    `SELECT array_to_string(reloptions, ', ') AS options FROM pg_class WHERE oid = $1::regclass`,
    [tableName(table)],
  );
  const options = rows[0]?.options ?? '';
  return options === '' ? '' : `WITH (${options})`;
};

/** An empty table of the same shape beside the live one. */
export const createNext = async (client: ClientBase, live: Live, version: number): Promise<ViewTable> => {
  const next = { name: live.name, generation: live.generation + 1 };
  const storage = await storageOf(client, live);
  await client.query(`CREATE TABLE ${tableName(next)} (LIKE ${tableName(live)} INCLUDING ALL) ${storage}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${tableName(next)} TO mediation_app`);
  await client.query(
    `INSERT INTO views.projections (name, state, generation, version) VALUES ($1, 'building', $2, $3)`,
    [next.name, next.generation, version],
  );
  return next;
};

/** Readers see the next generation from their next statement on; the projector, which waits for the lock, writes to it. */
export const goLive = async (client: ClientBase, next: ViewTable): Promise<void> => {
  await client.query(`CREATE OR REPLACE VIEW views.${escapeIdentifier(next.name)} AS SELECT * FROM ${tableName(next)}`);
  await client.query(
    `UPDATE views.projections AS live SET generation = next.generation, version = next.version,
       checkpoint = next.checkpoint, updated_at = clock_timestamp()
     FROM views.projections AS next
     WHERE live.name = $1 AND live.state = 'live' AND next.name = $1 AND next.state = 'building'`,
    [next.name],
  );
  await client.query(`DELETE FROM views.projections WHERE name = $1 AND state = 'building'`, [next.name]);
};
