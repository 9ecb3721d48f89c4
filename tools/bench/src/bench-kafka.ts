import { applyTopics, readTopics, startKafka } from '@infra/kafka';
import { LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import { Kafka, logLevel } from 'kafkajs';
import { join } from 'node:path';
import type { Bench } from './finding';

/** With the lifecycle's partitions and its limit. */
export const BARE_TOPIC = 'bench.records';

const makeTopics = async (brokers: string): Promise<void> => {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await applyTopics(admin);
  const { partitions, config } = readTopics().find(({ name }) => name === LIFECYCLE_TOPIC)!;
  const limit = { name: 'max.message.bytes', value: String(config['max.message.bytes']) };
  const topic = { topic: BARE_TOPIC, numPartitions: partitions, configEntries: [limit] };
  // To wait for leaders is an error to kafkajs while the broker has not yet heard of the topic; who writes to it waits anyway.
  await admin.createTopics({ waitForLeaders: false, topics: [topic] });
  await admin.disconnect();
};

/** A broker of the section's own with the network's topics, gone when the work is done. */
export const withKafka = async <T>(bench: Bench, work: (brokers: string) => Promise<T>): Promise<T> => {
  const dataDir = join(bench.server.dataDir, 'kafka');
  const kafka = await startKafka({ dataDir, onProgress: ({ zh, en }) => bench.say(zh, en) });
  try {
    await makeTopics(kafka.brokers);
    return await work(kafka.brokers);
  } finally {
    await kafka.stop();
  }
};
