import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigResourceTypes } from 'kafkajs';
import { stringify } from 'yaml';
import { applyTopics, readTopics, type LocalKafka } from '../index';
import { describeWhereKafkaRuns, startQuick, withAdmin } from './broker.fixture';

const folder = mkdtempSync(join(tmpdir(), 'local-kafka-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileWith = (...topics: object[]): string => {
  const file = join(folder, 'topics.yaml');
  writeFileSync(file, stringify({ topics }));
  return file;
};

const topic = (name: string, partitions: number, config: object = {}) => ({
  name,
  partitions,
  config: {
    'cleanup.policy': 'delete',
    'retention.ms': 60_000,
    'min.insync.replicas': 2,
    'max.message.bytes': 10_000,
    ...config,
  },
});

describe('the topics file', () => {
  it('declares the topics of the network', () => {
    expect(readTopics().map(({ name, partitions, config }) => [name, partitions, config['retention.ms']])).toEqual([
      ['dispute.lifecycle.v1', 12, -1],
      ['dispute.lifecycle.v1.dead-letter', 1, -1],
      ['dispute.intake.v1', 6, 2_592_000_000],
      ['dispute.intake.v1.dead-letter', 1, 7_776_000_000],
      ['dispute.receipts.v1', 6, 2_592_000_000],
    ]);
  });

  it.each([
    ['a misspelt setting', [topic('a', 1, { 'retention.msec': 1 })], /topics\.0\.config: .*retention\.msec/],
    ['no partitions', [topic('a', 0)], /topics\.0\.partitions: /],
    ['a name Kafka refuses', [topic('a b', 1)], /topics\.0\.name: /],
    ['a name that stands twice', [topic('a', 1), topic('a', 2)], /topics: a name stands twice/],
  ])('refuses %s', (_, topics, message) => {
    expect(() => readTopics(fileWith(...topics))).toThrow(message);
  });
});

describeWhereKafkaRuns('applying topics', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-spec-'));
  let kafka: LocalKafka;
  beforeAll(async () => {
    kafka = await startQuick(dataDir);
  });
  afterAll(async () => {
    await kafka.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const apply = (file?: string) =>
    withAdmin(kafka.brokers, async (admin) =>
      (await applyTopics(admin, file)).map(({ topic: name, did, changes }) => [name, did, changes]),
    );
  const settingsOf = (name: string) =>
    withAdmin(kafka.brokers, async (admin) => {
      const resources = [{ type: ConfigResourceTypes.TOPIC, name }];
      const [found] = (await admin.describeConfigs({ includeSynonyms: false, resources })).resources;
      const entries = found?.configEntries ?? [];
      return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
    });
  const partitionsOf = (name: string) =>
    withAdmin(kafka.brokers, async (admin) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
      return topics[0]?.partitions.length;
    });

  it('creates all of them, and finds nothing to do the second time', async () => {
    const names = readTopics().map(({ name }) => name);
    expect(await apply()).toEqual(names.map((name) => [name, 'created', []]));
    expect(await apply()).toEqual(names.map((name) => [name, 'unchanged', []]));
    expect(await partitionsOf('dispute.lifecycle.v1')).toBe(12);
    expect(await settingsOf('dispute.lifecycle.v1')).toMatchObject({
      'retention.ms': '-1',
      'max.message.bytes': '1048576',
    });
  });

  it('asks for no more copies in step than one broker can keep', async () => {
    await apply(fileWith(topic('alone', 1)));
    expect(await settingsOf('alone')).toMatchObject({ 'min.insync.replicas': '1' });
  });

  it('changes what differs, and leaves what an operator has set besides', async () => {
    await apply(fileWith(topic('changing', 2), topic('staying', 1)));
    await withAdmin(kafka.brokers, async (admin) => {
      const configEntries = Object.entries({ ...(await settingsOf('changing')), 'segment.ms': '3600000' })
        .filter(([name]) =>
          ['cleanup.policy', 'retention.ms', 'min.insync.replicas', 'max.message.bytes', 'segment.ms'].includes(name),
        )
        .map(([name, value]) => ({ name, value }));
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: 'changing', configEntries }],
      });
    });
    const file = fileWith(topic('changing', 2, { 'retention.ms': 90_000 }), topic('staying', 1), topic('new', 1));
    expect(await apply(file)).toEqual([
      ['changing', 'updated', [{ name: 'retention.ms', from: '60000', to: '90000' }]],
      ['staying', 'unchanged', []],
      ['new', 'created', []],
    ]);
    expect(await settingsOf('changing')).toMatchObject({ 'retention.ms': '90000', 'segment.ms': '3600000' });
    expect((await apply(file)).map(([, did]) => did)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('refuses other partitions than a topic has, and then changes nothing at all', async () => {
    await apply(fileWith(topic('keyed', 3)));
    for (const partitions of [6, 2]) {
      const file = fileWith(topic('keyed', partitions, { 'retention.ms': 1 }), topic('untouched', 1));
      await expect(apply(file)).rejects.toThrow(`(keyed 3 → ${partitions})`);
    }
    expect(await partitionsOf('keyed')).toBe(3);
    expect(await settingsOf('keyed')).toMatchObject({ 'retention.ms': '60000' });
    expect(await withAdmin(kafka.brokers, (admin) => admin.listTopics())).not.toContain('untouched');
  });

  it('may run twice at once', async () => {
    const file = fileWith(topic('raced', 4), topic('raced.too', 1));
    await Promise.all([apply(file), apply(file)]);
    expect(await partitionsOf('raced')).toBe(4);
  });
});
