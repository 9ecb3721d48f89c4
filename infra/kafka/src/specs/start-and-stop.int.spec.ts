import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@mediation/kernel';
import { producerPerformance, runningKafka } from '../index';
import { createTopic, describeWhereKafkaRuns, recordsIn, send, startQuick, withDataDir } from './broker.fixture';

const failure = async (start: Promise<unknown>): Promise<string> => {
  const error: unknown = await start.catch((reason: unknown) => reason);
  if (!(error instanceof StartError)) throw new Error(`expected a StartError, got ${String(error)}`);
  return error.line;
};

describeWhereKafkaRuns('a local broker', () => {
  it('keeps its records and its port over SIGKILL and over a stop', () =>
    withDataDir(async (dataDir) => {
      const first = await startQuick(dataDir);
      expect(runningKafka(dataDir)).toEqual({ pid: first.pid, brokers: first.brokers });
      await createTopic(first.brokers, 'kept');
      await send(first.brokers, 'kept');
      await first.kill();
      expect(runningKafka(dataDir)).toBeUndefined();

      const second = await startQuick(dataDir, { port: Number(first.brokers.split(':')[1]) });
      expect(second.brokers).toBe(first.brokers);
      expect(await recordsIn(second.brokers, 'kept')).toBe('1');
      await send(second.brokers, 'kept');
      await second.stop();
      await second.stop();

      const third = await startQuick(dataDir);
      expect(third.brokers).toBe(first.brokers);
      expect(await recordsIn(third.brokers, 'kept')).toBe('2');
      await third.stop();
    }));

  it('makes no topic that nobody declared, and takes settings of its own, and says when it has died', () =>
    withDataDir(async (dataDir) => {
      const { brokers, pid, died } = await startQuick(dataDir, { settings: { 'message.max.bytes': '20000' } });
      await expect(send(brokers, 'undeclared')).rejects.toThrow('does not host this topic-partition');
      await createTopic(brokers, 'limited');
      const wanted = { brokers, topic: 'limited', records: 1_000, acks: 'all' } as const;
      const { recordsPerSecond } = await producerPerformance({ ...wanted, recordSize: 100 });
      expect(recordsPerSecond).toBeGreaterThan(0);
      expect(await recordsIn(brokers, 'limited')).toBe('1000');
      await expect(producerPerformance({ ...wanted, records: 1, recordSize: 30_000 })).rejects.toThrow(
        'not all of 1 records were sent',
      );

      process.kill(pid, 'SIGKILL');
      expect((await died).line).toMatch(/^Kafka 停止了:.*Kafka ended: /);
    }));

  it('may die after its folder', () =>
    withDataDir(async (dataDir) => {
      const { pid, died } = await startQuick(dataDir);
      rmSync(join(dataDir, 'server.log'));
      process.kill(pid, 'SIGKILL');
      expect((await died).line).toContain('Kafka ended: exit SIGKILL');
    }));
});

describeWhereKafkaRuns('a start that cannot succeed says in one line what to do', () => {
  const base = mkdtempSync(join(tmpdir(), 'local-kafka-spec-'));
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it('when the port asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const line = await failure(startQuick(join(base, 'port'), { port }));
    other.close();
    expect(line).toBe(
      `Kafka 端口 ${port} 已被占用,请停止占用它的程序或换一个端口(KAFKA_PORT) · ` +
        `the Kafka port ${port} is taken; stop the program that uses it or choose another port (KAFKA_PORT)`,
    );
  });

  it('when the folder cannot be written', async () => {
    const file = join(base, 'a-file');
    writeFileSync(file, '');
    expect(await failure(startQuick(join(file, 'data')))).toContain('is not writable; correct its permissions');
  });

  it('when the broker refuses a setting', async () => {
    const line = await failure(startQuick(join(base, 'setting'), { settings: { 'num.io.threads': 'many' } }));
    expect(line).toMatch(/Kafka ended: .*num\.io\.threads.*\(see .*server\.log\)$/);
  });
});
