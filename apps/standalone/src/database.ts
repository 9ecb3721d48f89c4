import type { DatabaseUrls } from '@infra/migrations';
import type { StartError } from '@mediation/kernel';
import { say } from '@tools/demo';
import { startLocalDatabase } from '@tools/local-database';
import type { Config } from './config';

export interface Database extends DatabaseUrls {
  /** Resolves when the server has died underneath us; never for a server of your own. */
  readonly died: Promise<StartError>;
  stop(): Promise<void>;
}

const never = new Promise<StartError>(() => undefined);

/** The one place that knows whose PostgreSQL it is. */
export const startDatabase = async ({ databaseUrls, dataDir }: Config): Promise<Database> => {
  if (databaseUrls) return { ...databaseUrls, died: never, stop: () => Promise.resolve() };
  const server = await startLocalDatabase(dataDir, ['mediation'], say);
  return { ...server.databases.mediation, died: server.died, stop: () => server.stop() };
};
