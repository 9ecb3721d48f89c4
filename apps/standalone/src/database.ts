import { bootstrapRoles, type DatabaseUrls } from '@infra/migrations';
import { startEmbeddedPostgres, type StartError } from '@mediation/embedded-postgres';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';
import { say } from './console';

export interface Database extends DatabaseUrls {
  /** Resolves when the server has died underneath us; never for a server of your own. */
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

const never = new Promise<StartError>(() => undefined);

/** The one place that knows whose PostgreSQL it is. */
export const startDatabase = async ({ databaseUrls, dataDir }: Config): Promise<Database> => {
  if (databaseUrls) return { ...databaseUrls, died: never, stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    onProgress: ({ zh, en }) => say(zh, en),
  });
  const passwords = passwordsIn(dataDir);
  const urls = await bootstrapRoles({
    superuserUrl: server.superuserUrl,
    database: 'mediation',
    ownerPassword: passwords.owner,
    servicePassword: passwords.service,
  });
  return { ...urls, died: server.died, stop: () => server.stop() };
};
