import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_ENVIRONMENT } from './cluster';
import { asUser, type DatabaseUser } from './database-user';
import type { DataFolder } from './data-folder';
import { program, type NativeBinaries } from './native-binaries';
import { SHUTDOWNS } from './shutdown';
import { StartError } from '@mediation/kernel';
import { waitUntil } from './wait';

const LOG_LIMIT_BYTES = 10_000_000;
// Replaying the log after a crash may take its time; a server that is not up by then will not be.
const READY_LIMIT_MS = 300_000;

export interface ServerSetup {
  readonly binaries: NativeBinaries;
  readonly user: DatabaseUser | undefined;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

const openLog = (log: string): number => {
  try {
    if (statSync(log).size < LOG_LIMIT_BYTES) return openSync(log, 'a', 0o600);
  } catch {
    // There is none yet.
  }
  return openSync(log, 'w', 0o600);
};

/** The child is its own process group: Ctrl-C in the terminal reaches this program, which closes the database last. */
const launch = (folder: DataFolder, setup: ServerSetup): ChildProcess => {
  const settings = Object.entries({ ...setup.settings, port: String(setup.port) });
  const args = ['-D', folder.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openLog(folder.log);
  try {
    return spawn(program(setup.binaries, 'postgres'), args, {
      ...asUser(setup.user),
      cwd: folder.cluster,
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
};

const reportsReady = (folder: DataFolder, pid: number | undefined): boolean => {
  try {
    const lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
};

const lastComplaint = (log: string): string => {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR|LOG:  could not/.test(line)) ?? lines.at(-1) ?? '';
};

/** One running postmaster, from its launch to its end. */
export class ServerProcess {
  private hasEnded = false;
  private isStopping = false;
  /** Resolves when the server has ended without having been asked to. */
  readonly died: Promise<StartError>;
  private readonly onProcessExit = () => this.child.kill('SIGINT');

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: DataFolder,
  ) {
    this.died = new Promise((resolve) => {
      const end = (reason: string) => {
        this.hasEnded = true;
        process.removeListener('exit', this.onProcessExit);
        if (!this.isStopping) resolve(this.failure(reason));
      };
      child.once('exit', (code, signal) => end(lastComplaint(folder.log) || `exit ${code ?? signal}`));
      child.once('error', (error) => end(error.message));
    });
    process.on('exit', this.onProcessExit);
    // An abandoned handle must not keep the program alive; its exit stops the server.
    child.unref();
  }

  static async start(folder: DataFolder, setup: ServerSetup): Promise<ServerProcess> {
    const server = new ServerProcess(launch(folder, setup), folder);
    const settled = () => server.hasEnded || reportsReady(folder, server.child.pid);
    const inTime = await waitUntil(settled, READY_LIMIT_MS);
    if (server.hasEnded) throw await server.died;
    if (inTime) return server;
    await server.stop();
    throw server.failure('not ready in time');
  }

  /** Fast shutdown; harsher ones when that does not come to an end. Safe to call twice and after the server has died. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.child.ref();
    const gone = () => this.hasEnded;
    for (const [name, limitMs] of SHUTDOWNS) {
      if (gone()) return;
      this.child.kill(name);
      if (await waitUntil(gone, limitMs)) return;
    }
  }

  private failure(reason: string): StartError {
    return new StartError(
      `数据库停止了:${reason}(详见 ${this.folder.log})`,
      `the database ended: ${reason} (see ${this.folder.log})`,
    );
  }
}
