import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort, kafkaIsPossible, readTopics, resolveClasspath, runningKafka, stopKafka } from '@infra/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { kafkaCommand } from './kafka-command';

const dataDir = mkdtempSync(join(tmpdir(), 'kafka-tool-'));
const folder = join(dataDir, 'kafka');
afterAll(async () => {
  await stopKafka(folder);
  rmSync(dataDir, { recursive: true, force: true });
});

const run = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string[]> => {
  const lines: string[] = [];
  await kafkaCommand(args, { DATA_DIR: dataDir, ...env }, (line) => lines.push(line));
  return lines;
};

describe('npm run kafka', () => {
  it.each([
    ['nothing', []],
    ['another verb', ['restart']],
    ['a name of every object', ['constructor']],
    ['too much', ['start', 'now']],
  ])('shows how it is used when given %s', async (_, args) => {
    await expect(run(args)).rejects.toThrow(/^用法 usage:\n {2}npm run kafka -- start/);
  });

  it('names every bad key of the environment', async () => {
    await expect(run(['status'], { KAFKA_PORT: 'x', KAFKA_BROKERS: 'nowhere' })).rejects.toThrow(
      /KAFKA_PORT: .*KAFKA_BROKERS: /,
    );
  });

  it('says so when the brokers that were named do not answer', async () => {
    await expect(run(['topics'], { KAFKA_BROKERS: '127.0.0.1:1' })).rejects.toThrow(
      /Kafka \(127\.0\.0\.1:1\) cannot be used: .*check KAFKA_BROKERS/,
    );
  });
});

const describeWhereKafkaRuns = kafkaIsPossible().possible ? describe : describe.skip;

describeWhereKafkaRuns('npm run kafka with a broker', () => {
  const names = readTopics().map(({ name }) => name);
  let KAFKA_PORT: string;
  beforeAll(async () => {
    // Fetched the first time on a machine, which the test's own limit does not allow for.
    await resolveClasspath();
    KAFKA_PORT = String(await anyFreePort());
  }, 600_000);
  const kafka = (verb: string) => run([verb], { KAFKA_PORT });

  it('starts, tells of itself and stops, each as often as one likes', async () => {
    expect(await kafka('status')).toEqual(['Kafka 没有在运行 · Kafka is not running; npm run kafka -- start']);

    const first = await kafka('start');
    const { pid } = runningKafka(folder) ?? { pid: 0 };
    expect(first.slice(-names.length - 2)).toEqual([
      ...names.map((name) => `  新建 created    ${name}`),
      `Kafka 在 127.0.0.1:${KAFKA_PORT} 运行(进程 ${pid}) · Kafka runs at 127.0.0.1:${KAFKA_PORT} (process ${pid})`,
      '停止 · to stop it: npm run kafka -- stop',
    ]);
    const again = await kafka('start');
    expect(again[0]).toBe(`  未变 unchanged  ${names[0]}`);
    expect(again.at(-2)).toContain(`was running already at 127.0.0.1:${KAFKA_PORT} (process ${pid})`);
    expect(await kafka('topics')).toEqual(names.map((name) => `  未变 unchanged  ${name}`));

    await takePart(`127.0.0.1:${KAFKA_PORT}`);
    const lines = await kafka('status');
    expect(lines[0]).toContain(`running  127.0.0.1:${KAFKA_PORT}  进程 process ${pid}`);
    expect(lines[1]).toBe(`节点 brokers  1 127.0.0.1:${KAFKA_PORT}`);
    expect(lines.slice(3).map((line) => line.split(/ {2,}/))).toEqual([
      ['主题 topic', '分区 partitions', '消息 messages'],
      ['dispute.intake.v1', '6', '0'],
      ['dispute.intake.v1.dead-letter', '1', '0'],
      ['dispute.lifecycle.v1', '12', '3'],
      ['dispute.lifecycle.v1.dead-letter', '1', '0'],
      ['dispute.receipts.v1', '6', '0'],
      [''],
      ['消费者组 group', '状态 state', '成员 members', '主题 topic', '滞后 lag'],
      ['recorder', 'Empty', '0', 'dispute.lifecycle.v1', '2'],
    ]);

    expect(await kafka('stop')).toEqual(['Kafka 已停止 · Kafka has stopped']);
    expect(await kafka('stop')).toEqual(['Kafka 没有在运行 · Kafka was not running']);
    expect(runningKafka(folder)).toBeUndefined();
  }, 120_000);
});

/** Three messages, of which a group has acknowledged one. */
const takePart = async (brokers: string): Promise<void> => {
  const client = new Kafka({ brokers: [brokers], clientId: 'spec', logLevel: logLevel.NOTHING });
  const [producer, admin] = [client.producer(), client.admin()];
  await Promise.all([producer.connect(), admin.connect()]);
  const topic = 'dispute.lifecycle.v1';
  await producer.send({ topic, messages: ['1', '2', '3'].map((value) => ({ value, partition: 4 })) });
  await admin.setOffsets({ groupId: 'recorder', topic, partitions: [{ partition: 4, offset: '1' }] });
  await Promise.all([producer.disconnect(), admin.disconnect()]);
};
