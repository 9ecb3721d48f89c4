import { createTopics } from '@infra/kafka';
import { randomBytes } from 'node:crypto';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { requireKafkaRun } from './kafka-run';

const markOf = (run: string): string => `.test-${run}-`;

const withAdmin = async <T>(brokers: string, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = new Kafka({ brokers: brokers.split(','), clientId: 'test', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

/** A name that no other test uses: topics of one run share a broker. Also good for a group. */
export const uniqueTopic = (prefix: string): string =>
  `${prefix}${markOf(requireKafkaRun().id)}${randomBytes(4).toString('hex')}`;

/** Resolves when every partition can be written and read. @throws when there is one of that name */
export const createTopic = (brokers: string, topic: string, partitions = 1): Promise<void> =>
  withAdmin(brokers, async (admin) => {
    const isNew = await createTopics(admin, [{ topic, numPartitions: partitions }]);
    if (!isNew) throw new Error(`there is a topic ${topic} already`);
  });

/** What a run has left on brokers that it did not start itself. */
export const deleteTopicsOf = (brokers: string, run: string): Promise<void> =>
  withAdmin(brokers, async (admin) => {
    const topics = (await admin.listTopics()).filter((topic) => topic.includes(markOf(run)));
    if (topics.length > 0) await admin.deleteTopics({ topics });
  });
