import { bootstrapRoles, type DatabaseUrls } from '@infra/migrations';
import { startEmbeddedPostgres } from '@mediation/embedded-postgres';
import type { StartError } from '@mediation/kernel';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDatabaseName } from './local-database';

export interface LocalServer<Name extends LocalDatabaseName> {
  readonly databases: Readonly<Record<Name, DatabaseUrls>>;
  /** Resolves when the server has died underneath us. */
  readonly died: Promise<StartError>;
  stop(): Promise<void>;
}

interface Passwords {
  readonly owner: string;
  readonly service: string;
}

/** Random, made once, readable by this user only. */
const passwordsIn = (dataDir: string): Passwords => {
  const file = join(dataDir, 'database-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const passwords = { owner: randomBytes(24).toString('hex'), service: randomBytes(24).toString('hex') };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
};

/** Starts the data folder's PostgreSQL, with the databases named and their roles. @throws StartError */
export const startLocalDatabase = async <Name extends LocalDatabaseName>(
  dataDir: string,
  names: readonly Name[],
  onProgress: (zh: string, en: string) => void,
): Promise<LocalServer<Name>> => {
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    onProgress: ({ zh, en }) => onProgress(zh, en),
  });
  const { owner: ownerPassword, service: servicePassword } = passwordsIn(dataDir);
  const { superuserUrl } = server;
  const made: [Name, DatabaseUrls][] = [];
  for (const database of names) {
    made.push([database, await bootstrapRoles({ superuserUrl, database, ownerPassword, servicePassword })]);
  }
  return {
    databases: Object.fromEntries(made) as Record<Name, DatabaseUrls>,
    died: server.died,
    stop: () => server.stop(),
  };
};
