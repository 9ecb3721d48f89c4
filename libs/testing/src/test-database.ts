import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { bootstrapRoles, grantConnect, migrate, urlFor } from '@infra/migrations';
import { requireTestRun, type TestRun } from './test-run';

export interface TestDatabase {
  readonly name: string;
  /** The migrations' login. */
  readonly ownerUrl: string;
  /** The services' login, restricted as in real life. */
  readonly appUrl: string;
  /** A superuser, in this database. */
  readonly superuserUrl: string;
  /** Ends every connection to the database and removes it. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default true: with every migration of the workspace applied. */
  readonly migrated?: boolean;
  /** Another server than the run's own, for what would disturb its neighbours. */
  readonly serverUrl?: string;
}

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const exists = async (client: Client, database: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rowCount === 1;

interface Template {
  readonly name: string;
  readonly migrated: boolean;
}

const buildTemplate = async (run: TestRun, { name, migrated }: Template): Promise<void> => {
  // Built under another name, so that a failed migration is not taken for a template by the next file.
  const unfinished = `${name}_unfinished`;
  const { superuserUrl, ownerPassword, servicePassword } = run;
  const urls = await bootstrapRoles({ superuserUrl, database: unfinished, ownerPassword, servicePassword });
  if (migrated) await migrate({ ownerUrl: urls.ownerUrl });
  await withClient(superuserUrl, (client) =>
    client.query(`ALTER DATABASE ${escapeIdentifier(unfinished)} RENAME TO ${escapeIdentifier(name)}`),
  );
};

/** Cloning needs a template that nobody is connected to, hence one lock for building and cloning. */
const clone = (run: TestRun, template: Template, name: string): Promise<void> =>
  withClient(run.superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', ['mediation:test-template']);
    if (!(await exists(client, template.name))) await buildTemplate(run, template);
    await client.query(
      `CREATE DATABASE ${escapeIdentifier(name)} OWNER mediation_owner TEMPLATE ${escapeIdentifier(template.name)}`,
    );
    await grantConnect(client, name);
  });

/** A database for one test file, cloned from a template that the run builds once. */
export const createTestDatabase = async (options: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const { migrated = true } = options;
  const base = requireTestRun();
  const run = { ...base, superuserUrl: options.serverUrl ?? base.superuserUrl };
  const name = `test_${run.id}_${randomBytes(6).toString('hex')}`;
  await clone(run, { name: `template_${run.id}_${migrated ? 'migrated' : 'empty'}`, migrated }, name);
  const own = new URL(run.superuserUrl);
  own.pathname = `/${name}`;
  return {
    name,
    ownerUrl: urlFor(run.superuserUrl, { user: 'mediation_owner', password: run.ownerPassword, database: name }),
    appUrl: urlFor(run.superuserUrl, { user: 'mediation_service', password: run.servicePassword, database: name }),
    superuserUrl: own.toString(),
    drop: () =>
      withClient(run.superuserUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
};

/** What a run has left on a server that it did not start itself. */
export const dropDatabasesOf = (run: TestRun): Promise<void> =>
  withClient(run.superuserUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname LIKE 'test\\_' || $1 || '%' OR datname LIKE 'template\\_' || $1 || '%'`,
      [run.id],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
  });
