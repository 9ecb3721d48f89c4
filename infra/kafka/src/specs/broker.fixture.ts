import { createTopics } from '../create-topics';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { kafkaIsPossible, resolveClasspath, startKafka, stopKafka, type KafkaOptions, type LocalKafka } from '../index';

// The first time on a machine, which no test's own limit allows for.
const FETCH_LIMIT_MS = 600_000;
const HOOK = resolve(__dirname, '../../../../tools/test/typescript-hook.cjs');

/** Counted as skipped where there can be no broker; with CI=true the run has failed before. */
export const describeWhereKafkaRuns = (name: string, body: () => void): void => {
  if (!kafkaIsPossible().possible) {
    describe.skip(name, body);
    return;
  }
  describe(name, () => {
    beforeAll(() => resolveClasspath(), FETCH_LIMIT_MS);
    body();
  });
};

const started: LocalKafka[] = [];

export const startQuick = async (dataDir: string, options: Partial<KafkaOptions> = {}): Promise<LocalKafka> => {
  const broker = await startKafka({ dataDir, shortLived: true, ...options });
  started.push(broker);
  return broker;
};

/** A folder for one test, with whatever broker is left in it stopped afterwards. */
export const withDataDir = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-spec-'));
  try {
    await work(dataDir);
  } finally {
    for (const broker of started.splice(0)) await broker.kill();
    await stopKafka(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const clientOf = (brokers: string): Kafka =>
  new Kafka({ brokers: [brokers], clientId: 'spec', logLevel: logLevel.NOTHING, retry: { retries: 4 } });

export const withAdmin = async <T>(brokers: string, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

export const createTopic = (brokers: string, topic: string): Promise<boolean> =>
  withAdmin(brokers, (admin) => createTopics(admin, [{ topic }]));

export const send = async (brokers: string, topic: string): Promise<void> => {
  const producer = clientOf(brokers).producer();
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: [{ value: 'kept' }] });
  } finally {
    await producer.disconnect();
  }
};

export const recordsIn = (brokers: string, topic: string): Promise<string | undefined> =>
  withAdmin(brokers, async (admin) => (await admin.fetchTopicOffsets(topic))[0]?.high);

export interface OtherProcess {
  readonly child: ChildProcess;
  /** The broker's address, or the error. */
  readonly firstLine: string;
}

export const startElsewhere = async (
  dataDir: string,
  then: 'wait' | 'leave',
  env: NodeJS.ProcessEnv = process.env,
): Promise<OtherProcess> => {
  const child = spawn(process.execPath, ['-r', HOOK, join(__dirname, 'run-broker.ts'), dataDir, then], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [firstLine] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, firstLine };
};

export const hasExited = async ({ child }: OtherProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};
