import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUrls } from '@infra/migrations';

/** `mediation` is a district's: journal and directory. `network` is what districts share, where they run as a network. */
export type LocalDatabaseName = 'mediation' | 'network';

/**
 * A database of the PostgreSQL that `npm start` keeps in the data folder (`DATA_DIR`, default `.data`), whether or not it runs
 * right now; undefined when there is none.
 */
export const localDatabase = (
  { DATA_DIR: dataDir = '.data' }: NodeJS.ProcessEnv,
  name: LocalDatabaseName = 'mediation',
): DatabaseUrls | undefined => {
  const [passwordsFile, portFile] = [join(dataDir, 'database-passwords.json'), join(dataDir, 'postgres', 'port')];
  if (!existsSync(passwordsFile) || !existsSync(portFile)) return undefined;
  const { owner, service } = JSON.parse(readFileSync(passwordsFile, 'utf8')) as { owner: string; service: string };
  const server = `127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/${name}`;
  return {
    ownerUrl: `postgresql://mediation_owner:${owner}@${server}`,
    serviceUrl: `postgresql://mediation_service:${service}@${server}`,
  };
};
