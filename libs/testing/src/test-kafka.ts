import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaIsPossible, startKafka, stopKafka } from '@infra/kafka';
import { dockerAnswers, startKafkaContainer } from './kafka-container';

const PREFIX = 'mediation-kafka-';

/** A broker of a test's own, to be killed at will. */
export interface TestKafka {
  /** host:port; the same for as long as it is not stopped. */
  readonly brokers: string;
  /** SIGKILL; resolves when it has gone. What was acknowledged is kept. */
  kill(): Promise<void>;
  /** Starts it again on its records, stopping it first when it runs; resolves when it answers. */
  restart(): Promise<void>;
  /** Ends it and removes its records. Safe to call twice. */
  stop(): Promise<void>;
}

/** A Java process of this machine, in a temporary folder that names the process it is for. */
export const startLocalTestKafka = async (settings: Readonly<Record<string, string>> = {}): Promise<TestKafka> => {
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const start = () => startKafka({ dataDir, settings, shortLived: true });
  try {
    let server = await start();
    return {
      brokers: server.brokers,
      kill: () => server.kill(),
      restart: async () => {
        await server.stop();
        server = await startKafka({ dataDir, settings, shortLived: true, port: Number(server.brokers.split(':')[1]) });
      },
      stop: () => server.stop().finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
};

/**
 * A real broker of the test's own, whatever the run shares: a Java process where there can be one, which starts in a second or
 * two, else a container. Only `stop` removes it before the process ends.
 */
export const startTestKafka = (settings: Readonly<Record<string, string>> = {}): Promise<TestKafka> =>
  !kafkaIsPossible().possible && dockerAnswers() ? startKafkaContainer(settings) : startLocalTestKafka(settings);

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Brokers of test runs that were killed; those of runs that are alive are left alone. */
export const removeAbandonedBrokers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (isRunning(Number(name.slice(PREFIX.length).split('-')[0])) || !existsSync(dataDir)) continue;
    await stopKafka(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
};
