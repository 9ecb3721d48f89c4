import { existsSync, writeFileSync } from 'node:fs';
import type { StartError } from '@mediation/kernel';
import { Broker } from './broker';
import { brokerProcesses, endProcesses, requireUnheld } from './broker-processes';
import type { OnProgress } from './classpath';
import { formatRecords, lastPort, openDataFolder, writeProperties } from './data-folder';
import { anyFreePort, HOST, requireFree } from './port';
import { locateProgram } from './program';

export interface KafkaOptions {
  /** Holds the records, the settings and the log; made when missing. One broker at a time may use it. */
  readonly dataDir: string;
  /** Default: the last port used, else any free one. */
  readonly port?: number;
  /** Broker settings on top of ours, by Kafka's names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told in Chinese and English what takes a moment. */
  readonly onProgress?: OnProgress;
  /** True leaves the broker running when this process ends; default false: it ends with us, even after SIGKILL. */
  readonly outlives?: boolean;
  /** True gives up peak speed for a quick start, for tests; default false. */
  readonly shortLived?: boolean;
}

export interface LocalKafka {
  /** host:port */
  readonly brokers: string;
  readonly pid: number;
  /** Resolves, with what to print, when the broker ends without `stop` or `kill` having been called. */
  readonly died: Promise<StartError>;
  /** Resolves when the process has gone. Safe to call twice. */
  stop(): Promise<void>;
  /** SIGKILL; resolves when the process has gone. `startKafka` on the same folder and port takes up where it was. */
  kill(): Promise<void>;
}

const quiet: OnProgress = () => undefined;

/**
 * Starts Apache Kafka, one node, from what Maven fetched; formats its folder on first use. A broker that a killed process left
 * running on the same folder is stopped first; one whose process lives, or that was told to outlive it, is left alone.
 * Resolves when the broker answers.
 * @throws StartError for everything a person can put right.
 */
export const startKafka = async (options: KafkaOptions): Promise<LocalKafka> => {
  const { dataDir, port, settings, onProgress = quiet, outlives = false, shortLived = false } = options;
  const folder = openDataFolder(dataDir);
  requireUnheld(folder.path);
  if (await endProcesses(folder.path)) {
    onProgress({ zh: '已停止上次遗留的 Kafka 进程', en: 'stopped the Kafka process left from the last run' });
  }
  const program = await locateProgram(onProgress);
  if (!existsSync(folder.records)) await formatRecords(folder, program);
  const broker = port === undefined ? await anyFreePort(lastPort(folder)) : await requireFree(port);
  writeProperties(folder, { broker, controller: await anyFreePort() }, settings);
  writeFileSync(folder.portFile, String(broker));
  const brokers = `${HOST}:${broker}`;
  const server = await Broker.start(folder, { program, brokers, outlives, shortLived });
  return {
    brokers,
    pid: server.pid,
    died: server.died,
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
};

/** The broker that runs on the folder, whoever started it. */
export const runningKafka = (dataDir: string): { readonly pid: number; readonly brokers: string } | undefined => {
  if (!existsSync(dataDir)) return undefined;
  const folder = openDataFolder(dataDir);
  const [found] = brokerProcesses(folder.path);
  return found === undefined ? undefined : { pid: found.pid, brokers: `${HOST}:${lastPort(folder) ?? 0}` };
};

/**
 * Stops the folder's broker when it was told to outlive its process or its process has gone; answers whether there was one.
 * @throws StartError when its process lives, and then leaves it alone.
 */
export const stopKafka = async (dataDir: string): Promise<boolean> => {
  if (!existsSync(dataDir)) return false;
  const folder = openDataFolder(dataDir);
  requireUnheld(folder.path, { unlessItself: true });
  return endProcesses(folder.path);
};
