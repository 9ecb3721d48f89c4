import { type Client } from 'pg';
import { DataSource } from 'typeorm';
import { withAdvisoryLock } from './advisory-lock';
import { MIGRATIONS, type Migration } from './migrations';

/** The list of what has been applied is kept apart from what the migrations make. */
const SCHEMA = 'migrations';

export interface MigrateOptions {
  /** The login that owns the database. */
  readonly ownerUrl: string;
  /** Told once, before the first one runs, what is about to be applied. */
  readonly onProgress?: (pending: readonly string[]) => void;
  /** Default: all of the workspace's. */
  readonly migrations?: readonly Migration[];
}

export interface Migrated {
  readonly applied: readonly string[];
}

/** The database was migrated by a later version of this program, which this one would damage. */
export class DatabaseIsNewer extends Error {
  readonly code = 'database-is-newer';
  constructor(readonly unknown: readonly string[]) {
    super(`the database has migrations that this program does not know: ${unknown.join(', ')}`);
  }
}

const appliedNames = async (client: Client): Promise<string[]> => {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('${SCHEMA}.applied') IS NOT NULL AS exists`,
  );
  if (rows[0]?.exists !== true) return [];
  const applied = await client.query<{ name: string }>(`SELECT name FROM ${SCHEMA}.applied ORDER BY id`);
  return applied.rows.map(({ name }) => name);
};

const runAll = async (ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> => {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: SCHEMA,
    migrationsTableName: 'applied',
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'migrations',
    poolSize: 1,
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
};

/**
 * Applies what is pending, each migration in its own transaction; of two processes one applies and the other then finds
 * nothing to do.
 * @throws DatabaseIsNewer when the database has migrations this program lacks; nothing was changed.
 */
export const migrate = ({ ownerUrl, onProgress, migrations = MIGRATIONS }: MigrateOptions): Promise<Migrated> =>
  withAdvisoryLock(ownerUrl, 'migrate', async (client) => {
    const applied = await appliedNames(client);
    const known = migrations.map(({ name }) => name);
    const unknown = applied.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
    const pending = known.filter((name) => !applied.includes(name));
    if (pending.length === 0) return { applied: [] };
    onProgress?.(pending);
    return { applied: await runAll(ownerUrl, migrations) };
  });
