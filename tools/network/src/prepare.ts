import { applyTopics } from '@infra/kafka';
import { migrate } from '@infra/migrations';
import type { Directory } from '@mediation/directory';
import { StartError } from '@mediation/kernel';
import { saslOf } from '@mediation/messaging/kafka';
import { brokersOf } from '@mediation/networking';
import { openDirectory, say } from '@tools/demo';
import { Kafka, KafkaJSError, logLevel, type Admin } from 'kafkajs';
import type { Config } from './config';
import type { Databases } from './services';

const withAdmin = async (config: Config, work: (admin: Admin) => Promise<unknown>): Promise<void> => {
  const { sasl, ...reached } = brokersOf(config);
  const quick = { connectionTimeout: 2_000, retry: { retries: 1 }, logLevel: logLevel.NOTHING };
  const admin = new Kafka({ ...reached, ...(sasl && { sasl: saslOf(sasl) }), ...quick, clientId: 'network' }).admin();
  try {
    await admin.connect();
    await work(admin);
  } catch (error) {
    if (!(error instanceof KafkaJSError)) throw error;
    const brokers = config.KAFKA_BROKERS.join(',');
    throw new StartError(
      `Kafka(${brokers})没有应答,请先 npm run kafka -- start`,
      `no Kafka answers at ${brokers}; run npm run kafka -- start first`,
      { cause: error },
    );
  } finally {
    await admin.disconnect();
  }
};

/** The topics, on a broker that must be there. @throws StartError when none answers */
export const prepareTopics = (config: Config): Promise<void> => withAdmin(config, (admin) => applyTopics(admin));

/** Both databases migrated, each with its directory. */
export const prepareDatabases = async ({ mediation, network }: Databases): Promise<Directory> => {
  for (const { ownerUrl } of [mediation, network]) {
    await migrate({ ownerUrl, onProgress: ({ length }) => say(`迁移 ${length} 步`, `${length} migrations to apply`) });
  }
  await openDirectory(network);
  return openDirectory(mediation);
};
