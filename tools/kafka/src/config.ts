import { runningKafka } from '@infra/kafka';
import { brokersOf, kafkaShape } from '@mediation/networking';
import { parseEnv } from '@mediation/service';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  DATA_DIR: z.string().min(1).default('.data'),
  KAFKA_PORT: z.coerce.number().int().min(1).max(65_535).default(9092),
  ...kafkaShape,
  /** Other brokers than the data folder's own. */
  KAFKA_BROKERS: kafkaShape.KAFKA_BROKERS.optional(),
});

export interface Config {
  /** Of the broker that this tool starts and stops. */
  readonly dataDir: string;
  readonly port: number;
  /** Whether KAFKA_BROKERS names other brokers. */
  readonly isElsewhere: boolean;
  /** What `topics` and `status` talk to: the brokers named, else the folder's running one, else whatever has its port. */
  reach(): ReturnType<typeof brokersOf>;
}

/** @throws StartError naming every bad key */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => {
  const { DATA_DIR, KAFKA_PORT: port, KAFKA_BROKERS: named, ...rest } = parseEnv(schema, env);
  const dataDir = join(resolve(DATA_DIR), 'kafka');
  return {
    dataDir,
    port,
    isElsewhere: named !== undefined,
    reach: () => {
      const own = runningKafka(dataDir)?.brokers ?? `127.0.0.1:${port}`;
      return brokersOf({ ...rest, KAFKA_BROKERS: named ?? [own] });
    },
  };
};
