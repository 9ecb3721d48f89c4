import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { StartError } from '@mediation/kernel';
import { answers } from './answers';
import { identityOf, marks, SHUTDOWNS } from './broker-processes';
import type { DataFolder } from './data-folder';
import { BROKER_ENVIRONMENT } from './machine';
import type { Program } from './program';
import { waitUntil } from './wait';

const LOG4J = resolve(__dirname, '..', 'log4j2.xml');
const LOG_LIMIT_BYTES = 10_000_000;
// Recovering the records after a crash may take its time; a broker that does not answer by then will not.
const READY_LIMIT_MS = 180_000;

const HEAP = ['-Xms128m', '-Xmx512m'];
/** The second compiler earns its time back after minutes, and takes it from the start. */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export interface BrokerSetup {
  readonly program: Program;
  readonly brokers: string;
  readonly outlives: boolean;
  readonly shortLived: boolean;
}

const openLog = (log: string): number => {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(log, size < LOG_LIMIT_BYTES ? 'a' : 'w', 0o600);
};

/** A process group of its own: Ctrl-C in the terminal reaches this program, which ends the broker last. */
const launch = (folder: DataFolder, { program, outlives, shortLived }: BrokerSetup): ChildProcess => {
  const owner = outlives ? undefined : identityOf(process.pid);
  const jvm = [...HEAP, ...(shortLived ? SHORT_LIVED : []), '-Djava.awt.headless=true', ...marks(folder.path, owner)];
  const args = [...jvm, `-Dlog4j2.configurationFile=${LOG4J}`, '-cp', program.classpath];
  const log = openLog(folder.log);
  try {
    return spawn(program.java, [...args, 'kafka.Kafka', folder.properties], {
      cwd: folder.path,
      env: BROKER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
};

/**
 * Ends the broker when this process has gone, however it went: the pipe between the two closes even after SIGKILL. Where
 * there is no shell, the next start on the folder does it.
 */
const endWithUs = (broker: ChildProcess): void => {
  if (broker.pid === undefined) return;
  const watch = spawn('sh', ['-c', 'read -r _; kill -TERM "$0"', String(broker.pid)], {
    detached: true,
    env: BROKER_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.once('error', () => undefined);
  watch.stdin.once('error', () => undefined);
  // A later process may be given the broker's pid.
  broker.once('exit', () => watch.kill('SIGKILL'));
  watch.unref();
  (watch.stdin as Socket).unref();
};

/** The folder may have gone with its broker. */
const linesOf = (log: string): string[] => {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
};

const lastComplaint = (log: string): string => {
  const lines = linesOf(log);
  return lines.findLast((line) => /ERROR|FATAL|Exception|^Error/.test(line)) ?? lines.at(-1) ?? '';
};

/** One running broker, from its launch to its end. */
export class Broker {
  private hasEnded = false;
  private isStopping = false;
  /** Resolves when the broker has ended without having been asked to. */
  readonly died: Promise<StartError>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: DataFolder,
  ) {
    this.died = new Promise((done) => {
      const end = (reason: string) => {
        this.hasEnded = true;
        if (!this.isStopping) done(this.failure(reason));
      };
      child.once('exit', (code, signal) => end(lastComplaint(folder.log) || `exit ${code ?? signal}`));
      child.once('error', (error) => end(error.message));
    });
    // A handle that nobody holds any more must not keep the program alive.
    child.unref();
  }

  static async start(folder: DataFolder, setup: BrokerSetup): Promise<Broker> {
    const child = launch(folder, setup);
    if (!setup.outlives) endWithUs(child);
    const broker = new Broker(child, folder);
    const inTime = await waitUntil(async () => broker.hasEnded || (await answers(setup.brokers)), READY_LIMIT_MS, 50);
    if (broker.hasEnded) throw await broker.died;
    if (inTime) return broker;
    await broker.stop();
    throw broker.failure('not ready in time');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Orderly; by force when that does not come to an end. Safe to call twice and after the broker has died. */
  stop(): Promise<void> {
    return this.end(SHUTDOWNS);
  }

  kill(): Promise<void> {
    return this.end([['SIGKILL', 5_000]]);
  }

  private async end(signals: readonly (readonly [NodeJS.Signals, number])[]): Promise<void> {
    this.isStopping = true;
    this.child.ref();
    for (const [name, limitMs] of signals) {
      if (this.hasEnded) return;
      this.child.kill(name);
      if (await waitUntil(() => this.hasEnded, limitMs)) return;
    }
  }

  private failure(reason: string): StartError {
    return new StartError(
      `Kafka 停止了:${reason}(详见 ${this.folder.log})`,
      `Kafka ended: ${reason} (see ${this.folder.log})`,
    );
  }
}
