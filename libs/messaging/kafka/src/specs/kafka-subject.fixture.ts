import { createTopics } from '@infra/kafka';
import { Kafka, logLevel, Partitioners, type Admin, type IHeaders } from 'kafkajs';
import type { MortalSubject, RawRecord, Subject } from '@mediation/messaging/contract-tests';
import { defaultDeadLetterTopic } from '@mediation/messaging/port';
import { eventually, notYet, startTestKafka, testBrokers, uniqueTopic } from '@mediation/testing';
import { kafkaMessaging } from '../kafka-messaging';

/** kafkajs writes repeated headers from an array. */
const toHeaders = (headers: RawRecord['headers']): IHeaders =>
  Object.fromEntries(
    headers.map(([name]) => [name, headers.filter(([other]) => other === name).map(([, value]) => Buffer.from(value))]),
  );

const fromHeaders = (headers: IHeaders = {}): RawRecord['headers'] =>
  Object.entries(headers).flatMap(([name, value]) =>
    // kafkajs puts what objects inherit before the value of a header that is named like it.
    [value].flat().flatMap((each) => (Buffer.isBuffer(each) ? [[name, each] as const] : [])),
  );

const bufferOf = (bytes: Uint8Array | null): Buffer | null => bytes && Buffer.from(bytes);

export const newTopic = (): string => uniqueTopic('contract');

/** Of its own, with its dead-letter topic. */
export const createReadyTopic = async (admin: Admin, partitions: number, topic = newTopic()): Promise<string> => {
  await createTopics(admin, [
    { topic, numPartitions: partitions },
    { topic: defaultDeadLetterTopic(topic), numPartitions: 1 },
  ]);
  return topic;
};

const store = async (kafka: Kafka, topic: string, records: readonly RawRecord[]): Promise<void> => {
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const messages = records.map(({ key, value, headers }) => ({
    key: bufferOf(key),
    value: bufferOf(value),
    headers: toHeaders(headers),
  }));
  await producer.send({ topic, messages });
  await producer.disconnect();
};

const read = async (kafka: Kafka, admin: Admin, topic: string): Promise<readonly RawRecord[]> => {
  const ends = await admin.fetchTopicOffsets(topic);
  const count = ends.reduce((sum, { high }) => sum + Number(high), 0);
  const records: RawRecord[] = [];
  const consumer = kafka.consumer({ groupId: uniqueTopic('reader'), maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message: { key, value, headers } }) => {
      records.push({ key, value, headers: fromHeaders(headers) });
      return Promise.resolve();
    },
  });
  await eventually('all of the topic', () => records.length >= count || notYet(records.length));
  await consumer.disconnect();
  return records;
};

const subjectAt = async (brokers: readonly string[]): Promise<Subject> => {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'contract', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  return {
    open: (sessionTimeoutMs) =>
      kafkaMessaging({ brokers, clientId: 'contract', ...(sessionTimeoutMs && { sessionTimeoutMs }) }),
    newTopic,
    createTopic: (partitions, name) => createReadyTopic(admin, partitions, name),
    store: (topic, records) => store(kafka, topic, records),
    read: (topic) => read(kafka, admin, topic),
    end: () => admin.disconnect(),
  };
};

/** Topics of its own on the run's brokers. */
export const sharedSubject = async () => subjectAt((await testBrokers()).split(','));

/** A broker of its own. */
export const mortalSubject = async (): Promise<MortalSubject> => {
  const broker = await startTestKafka();
  const subject = await subjectAt(broker.brokers.split(','));
  return {
    ...subject,
    kill: () => broker.kill(),
    restart: () => broker.restart(),
    end: async () => {
      await subject.end();
      await broker.stop();
    },
  };
};
