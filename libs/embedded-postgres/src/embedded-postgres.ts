import { existsSync } from 'node:fs';
import { claimFolder, type Claim } from './claim';
import { createCluster, requireUsable } from './cluster';
import { openDataFolder, requireReachable, superuserPassword, type DataFolder } from './data-folder';
import { canEnter, chooseDatabaseUser, type DatabaseUser } from './database-user';
import { copyBinaries, locateBinaries, type NativeBinaries } from './native-binaries';
import { reapOrphan } from './orphan';
import { choosePort } from './port';
import { ServerProcess } from './server-process';
import type { StartError } from '@mediation/kernel';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, its log; made when missing. One live process at a time may use it. */
  readonly dataDir: string;
  /** Default: the last port used, else any free one. */
  readonly port?: number;
  /** Told in Chinese and English what takes a moment. */
  readonly onProgress?: (step: { readonly zh: string; readonly en: string }) => void;
  /** False gives up safety against power loss, for tests only; default true. */
  readonly durable?: boolean;
  /** Server settings on top of ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  readonly port: number;
  /** Resolves, with what to print, when the server ends without `stop` having been called. */
  readonly died: Promise<StartError>;
  /** Resolves when no process of the server is left. Safe to call twice. */
  stop(): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  shared_buffers: '256MB',
  max_connections: '100',
  max_wal_size: '2GB',
  wal_compression: 'on',
  idle_in_transaction_session_timeout: '60s',
};
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const reachableBinaries = (user: DatabaseUser | undefined, folder: DataFolder): NativeBinaries => {
  const binaries = locateBinaries();
  return canEnter(user, binaries.folder) ? binaries : copyBinaries(binaries, folder.path);
};

const prepareAndStart = async (folder: DataFolder, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { durable = true, onProgress = () => undefined } = options;
  const user = chooseDatabaseUser(folder.cluster);
  requireReachable(user, folder.path);
  const binaries = reachableBinaries(user, folder);
  const setup = { binaries, user, password: superuserPassword(folder), durable };
  if (existsSync(folder.cluster)) {
    requireUsable(folder, setup);
    if (await reapOrphan(folder.cluster)) {
      onProgress({ zh: '已停止上次遗留的数据库进程', en: 'stopped the database process left from the last run' });
    }
  } else {
    onProgress({ zh: '首次运行,正在建立数据库', en: 'first run, creating the database' });
    await createCluster(folder, setup);
  }
  const port = await choosePort(folder.portFile, options.port);
  const settings = { ...SETTINGS, ...(durable ? DURABLE : FORGETFUL), ...options.settings };
  const server = await ServerProcess.start(folder, { binaries, user, port, settings });
  const superuserUrl = `postgresql://postgres:${setup.password}@127.0.0.1:${port}/postgres`;
  return { superuserUrl, port, died: server.died, stop: () => server.stop() };
};

const releasing = async (claim: Claim, work: () => Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> => {
  try {
    const server = await work();
    return { ...server, stop: () => server.stop().finally(() => claim.release()) };
  } catch (error) {
    claim.release();
    throw error;
  }
};

/**
 * Stops the server that a killed process left running on this folder, if any.
 * @throws StartError when the process is alive, and then leaves its server alone.
 */
export const stopAbandonedPostgres = async (dataDir: string): Promise<void> => {
  const folder = openDataFolder(dataDir);
  const claim = claimFolder(folder.claims, folder.path);
  try {
    await reapOrphan(folder.cluster);
  } finally {
    claim.release();
  }
};

/**
 * Starts the PostgreSQL that npm installed, making its cluster on first use. A server that a killed process left running on
 * the same folder is stopped first; one whose process lives is left alone.
 * @throws StartError for everything a person can put right.
 */
export const startEmbeddedPostgres = (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> =>
  Promise.resolve().then(() => {
    const folder = openDataFolder(options.dataDir);
    return releasing(claimFolder(folder.claims, folder.path), () => prepareAndStart(folder, options));
  });
