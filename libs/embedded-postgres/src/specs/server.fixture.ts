import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { stopAbandonedPostgres } from '../index';

const HOOK = resolve(__dirname, '../../../../tools/test/typescript-hook.cjs');

export const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** A folder for one test, with whatever server is left in it stopped afterwards. */
export const withDataDir = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-postgres-spec-'));
  try {
    await work(dataDir);
  } finally {
    await stopAbandonedPostgres(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
};

export interface OtherProcess {
  readonly child: ChildProcess;
  /** The server's address, or the error. */
  readonly firstLine: string;
}

export const startElsewhere = async (dataDir: string, then: 'wait' | 'exit' | 'crash'): Promise<OtherProcess> => {
  const child = spawn(process.execPath, ['-r', HOOK, join(__dirname, 'run-server.ts'), dataDir, then], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [firstLine] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, firstLine };
};

export const hasExited = async ({ child }: OtherProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

export const postmasterPidFile = (dataDir: string): string => join(dataDir, 'cluster', 'postmaster.pid');

export const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(postmasterPidFile(dataDir), 'utf8').split('\n')[0]);
