import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

/**
 * The PostgreSQL that `npm start` keeps in the data folder (`DATA_DIR`, default `.data`), whether or not it runs right now;
 * undefined when there is none.
 */
export const localDatabase = ({ DATA_DIR: dataDir = '.data' }: NodeJS.ProcessEnv): DatabaseUrls | undefined => {
  const [passwordsFile, portFile] = [join(dataDir, 'database-passwords.json'), join(dataDir, 'postgres', 'port')];
  if (!existsSync(passwordsFile) || !existsSync(portFile)) return undefined;
  const { owner, service } = JSON.parse(readFileSync(passwordsFile, 'utf8')) as { owner: string; service: string };
  const server = `127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/mediation`;
  return {
    ownerUrl: `postgresql://mediation_owner:${owner}@${server}`,
    serviceUrl: `postgresql://mediation_service:${service}@${server}`,
  };
};
