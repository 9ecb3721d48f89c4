import { kafkaShape } from '@mediation/networking';
import { LOG_LEVELS, parseEnv } from '@mediation/service';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const SAMPLE_SOURCES = join(__dirname, '..', '..', 'directory', 'data', '370402-intake-sources.json');

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);

const schema = z.object({
  DATA_DIR: z.string().min(1).default('.data'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SAMPLE_YEAR: z.enum(['on', 'off']).default('on'),
  ...kafkaShape,
  KAFKA_BROKERS: kafkaShape.KAFKA_BROKERS.default(['127.0.0.1:9092']),
  /** Where the network's record is kept; by default in the local PostgreSQL. */
  EVENT_STORE_URL: z.string().min(1).optional(),
  /** Which outside systems may file over Kafka. */
  INTAKE_SOURCES: z.string().min(1).default(SAMPLE_SOURCES),
  CENTER_PORT: port(8080),
  VILLAGE_PORT: port(8081),
  TOWNSHIP_PORT: port(8082),
  DISTRICT_PORT: port(8083),
  RECORDER_PORT: port(8084),
  ISSUER_PORT: port(8090),
});
export type Config = z.output<typeof schema>;

/** @throws StartError naming every bad key */
export const parseConfig = (env: NodeJS.ProcessEnv): Config => {
  const config = parseEnv(schema, env);
  return { ...config, DATA_DIR: resolve(config.DATA_DIR) };
};
