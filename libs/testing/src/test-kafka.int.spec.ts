import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaIsPossible } from '@infra/kafka';
import { Kafka, logLevel } from 'kafkajs';
import {
  createTopic,
  describeWithKafka,
  eventually,
  notYet,
  spawnTypeScript,
  startTestKafka,
  testBrokers,
  uniqueTopic,
} from './index';
import { removeAbandonedBrokers } from './test-kafka';

const clientOf = (brokers: string) =>
  new Kafka({ brokers: brokers.split(','), clientId: 'spec', logLevel: logLevel.NOTHING, retry: { retries: 0 } });

const withAdmin = async <T>(brokers: string, work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> => {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

const send = async (brokers: string, topic: string, value: string): Promise<void> => {
  const producer = clientOf(brokers).producer();
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ key: 'k', value }] });
  await producer.disconnect();
};

const endOf = async (brokers: string, topic: string): Promise<string[]> =>
  withAdmin(brokers, async (admin) => (await admin.fetchTopicOffsets(topic)).map(({ high }) => high));

describeWithKafka('the run’s shared broker', () => {
  it('is one for whoever asks', async () => {
    const [first, second] = await Promise.all([testBrokers(), testBrokers()]);
    expect(second).toBe(first);
  });

  it('gives each test topics of its own, with the partitions asked for', async () => {
    const brokers = await testBrokers();
    const [one, other] = [uniqueTopic('spec'), uniqueTopic('spec')];
    expect(other).not.toBe(one);
    await createTopic(brokers, one, 3);
    expect(await withAdmin(brokers, (admin) => admin.listTopics())).toContain(one);
    expect((await endOf(brokers, one)).length).toBe(3);
    await expect(createTopic(brokers, one)).rejects.toThrow('already');
  });
});

describeWithKafka('a broker of a test’s own', () => {
  it('keeps what it acknowledged over SIGKILL, on the same address', async () => {
    const kafka = await startTestKafka();
    try {
      expect(kafka.brokers).not.toBe(await testBrokers());
      const topic = uniqueTopic('spec');
      await createTopic(kafka.brokers, topic);
      await send(kafka.brokers, topic, 'before');
      await kafka.kill();
      await expect(withAdmin(kafka.brokers, (admin) => admin.listTopics())).rejects.toThrow();
      await kafka.restart();
      await send(kafka.brokers, topic, 'after');
      expect(await endOf(kafka.brokers, topic)).toEqual(['2']);
    } finally {
      await kafka.stop();
    }
  });
});

const itWithLocalKafka = kafkaIsPossible().possible ? it : it.skip;

describeWithKafka('the broker of a run that was killed', () => {
  itWithLocalKafka('ends, and its folder is removed by the next run', async () => {
    const run = spawnTypeScript(join(__dirname, 'run-test-kafka.ts'));
    const foldersOfRun = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`mediation-kafka-${run.pid}-`));
    const [brokers] = run.stdout === null ? [] : await once(run.stdout.setEncoding('utf8'), 'data');
    expect(foldersOfRun().length).toBe(1);
    await removeAbandonedBrokers();
    expect(await withAdmin(String(brokers).trim(), (admin) => admin.listTopics())).toEqual([]);

    run.kill('SIGKILL');
    await once(run, 'exit');
    await removeAbandonedBrokers();
    expect(foldersOfRun()).toEqual([]);
    await eventually('no broker at its address', () =>
      withAdmin(String(brokers).trim(), (admin) => admin.listTopics()).then(notYet, () => true),
    );
  });
});
