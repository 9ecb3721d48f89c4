import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface ServerProcess {
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Answers 200 once it serves. */
  readonly readyUrl: string;
}

const READY_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 50;

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** Starts a module of this folder in a process of its own. @throws when it ends or does not serve in time */
export const startProcess = async (module: string, options: ProcessOptions): Promise<ServerProcess> => {
  const { args = [], env = process.env, readyUrl } = options;
  const child = fork(join(__dirname, module), args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await answers(readyUrl))) {
    if (hasEnded(child) || Date.now() > until) {
      await stop(child);
      throw new Error(`${module} does not answer at ${readyUrl} (exit code ${child.exitCode})`);
    }
    await delay(LOOK_AGAIN_MS);
  }
  return { stop: () => stop(child) };
};

/** In such a process: it ends as if asked to when the one that started it is gone, however that went. */
export const endWithParent = (): void => {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
};
