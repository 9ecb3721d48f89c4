import { applyTopics } from '@infra/kafka';
import { migrate } from '@infra/migrations';
import type { Directory } from '@mediation/directory';
import { brokersOf, withAdmin } from '@mediation/networking';
import { openDirectory, say } from '@tools/demo';
import type { Config } from './config';
import type { Databases } from './services';

/** The topics, on a broker that must be there. @throws StartError when none answers */
export const prepareTopics = async (config: Config): Promise<void> => {
  await withAdmin(brokersOf(config), (admin) => applyTopics(admin));
};

/** Both databases migrated, each with its directory. */
export const prepareDatabases = async ({ mediation, network }: Databases): Promise<Directory> => {
  for (const { ownerUrl } of [mediation, network]) {
    await migrate({ ownerUrl, onProgress: ({ length }) => say(`迁移 ${length} 步`, `${length} migrations to apply`) });
  }
  await openDirectory(network);
  return openDirectory(mediation);
};
