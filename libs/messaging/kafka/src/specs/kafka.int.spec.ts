import { Kafka, logLevel, type Admin } from 'kafkajs';
import { ConsumptionEnded, type Messaging } from '@mediation/messaging/port';
import { describeWithKafka, eventually, notYet, testBrokers } from '@mediation/testing';
import { kafkaMessaging, type KafkaLogEntry, type KafkaOptions } from '../index';
import { createReadyTopic, newTopic } from './kafka-subject.fixture';

const PAYLOAD = '张三';

const someMessages = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ key: 'key', headers: { name: PAYLOAD }, body: `${PAYLOAD}${n}` }));

describeWithKafka('Kafka, beyond the contract', () => {
  let admin: Admin;
  let brokers: string[];
  const clients: Messaging[] = [];
  const log: KafkaLogEntry[] = [];

  const open = (options: Partial<KafkaOptions> = {}): Messaging => {
    const client = kafkaMessaging({ brokers, clientId: 'test', onLog: (entry) => void log.push(entry), ...options });
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    brokers = (await testBrokers()).split(',');
    admin = new Kafka({ brokers, clientId: 'test', logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
  });
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
  afterAll(() => admin.disconnect());

  const offsetsOf = (client: Messaging, topic: string, upTo: number) => {
    const offsets: number[] = [];
    const consumption = client.consume({
      group: topic,
      topics: [topic],
      maxBatch: 1,
      handle: (batch, { signal }) => {
        offsets.push(...batch.map(({ offset }) => Number(offset)));
        if (offsets.length < upTo) return Promise.resolve({ count: 1 });
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ count: 1 }), { once: true }));
      },
    });
    return { offsets, consumption };
  };

  it('goes on with the oldest message there is when those it was to go on with are gone, and says so', async () => {
    const topic = await createReadyTopic(admin, 1);
    const client = open();
    await client.producer().send(topic, someMessages(10));
    const before = offsetsOf(client, topic, 2);
    await eventually('two are handled', () => before.offsets.length === 2 || notYet(before.offsets));
    await before.consumption.close();
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '5' }] });
    expect(await before.consumption.lag()).toBe(5);
    const after = offsetsOf(client, topic, 5);
    await eventually('the rest is handled', () => after.offsets.length >= 5 || notYet(after.offsets));
    expect(after.offsets).toEqual([5, 6, 7, 8, 9]);
    expect(log.filter(({ message, topic: of }) => of === topic && message.includes('out of range')).length).toBe(1);
  });

  it('ends when a new session would meet the same refusal', async () => {
    const topic = await createReadyTopic(admin, 1);
    const client = open({ sessionTimeoutMs: 3_600_000 });
    const { consumption } = offsetsOf(client, topic, 1);
    const error = await consumption.ended.catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(ConsumptionEnded);
    expect(error).toMatchObject({ message: 'no session with the broker: INVALID_SESSION_TIMEOUT' });
    await expect(consumption.check()).rejects.toThrow(ConsumptionEnded);
    expect(log.filter(({ level }) => level === 'error').map(({ group }) => group)).toEqual([topic]);
  });

  it('keeps trying where nobody listens, and closes at once', async () => {
    const client = open({ brokers: ['127.0.0.1:1'] });
    const { consumption } = offsetsOf(client, newTopic(), 1);
    const lost = () => log.filter(({ message }) => message.startsWith('lost the group')).length;
    const already = lost();
    await eventually('it has tried four times', () => lost() >= already + 4 || notYet(lost()), { timeoutMs: 30_000 });
    await expect(consumption.check()).rejects.toMatchObject({ code: 'messaging-unavailable' });
    await client.close();
    await consumption.ended;
  });

  it('logs no payload', () => {
    expect(log.length).toBeGreaterThan(0);
    expect(JSON.stringify(log)).not.toContain(PAYLOAD);
  });
});
