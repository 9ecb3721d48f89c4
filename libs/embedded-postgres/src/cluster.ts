import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asUser, type DatabaseUser } from './database-user';
import { giveTo, type DataFolder } from './data-folder';
import { program, type NativeBinaries } from './native-binaries';
import { StartError } from '@mediation/kernel';

export interface ClusterSetup {
  readonly binaries: NativeBinaries;
  readonly user: DatabaseUser | undefined;
  readonly password: string;
  readonly durable: boolean;
}

/** Nothing of the caller's environment (PGDATA, PGPORT, LD_PRELOAD …) reaches the server. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

const run = (file: string, args: string[], options: { uid?: number; gid?: number; cwd: string }): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, env: SERVER_ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
    const abandon = () => child.kill('SIGTERM');
    process.once('exit', abandon);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      process.removeListener('exit', abandon);
      if (code === 0) resolve(output);
      else reject(new Error(output.trim() || `exit code ${code}`));
    });
  });

const initialise = async (scratch: string, setup: ClusterSetup): Promise<void> => {
  const passwordFile = join(scratch, 'password');
  writeFileSync(passwordFile, setup.password, { mode: 0o600 });
  giveTo(setup.user, scratch);
  const args = ['-D', join(scratch, 'cluster'), '-U', 'postgres', '-E', 'UTF8', '--locale=C'];
  // Code point order and Unicode character classes, the same on every system.
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions');
  if (!setup.durable) args.push('--no-sync');
  await run(program(setup.binaries, 'initdb'), args, { ...asUser(setup.user), cwd: scratch });
};

const removeHalfMade = (folder: DataFolder): void => {
  for (const entry of readdirSync(folder.path)) {
    if (entry.startsWith('init-')) rmSync(join(folder.path, entry), { recursive: true, force: true, maxRetries: 3 });
  }
};

/** Made aside and moved into place, so that an interrupted first start leaves no half of a cluster. */
export const createCluster = async (folder: DataFolder, setup: ClusterSetup): Promise<void> => {
  removeHalfMade(folder);
  const scratch = join(folder.path, `init-${process.pid}`);
  mkdirSync(scratch, { mode: 0o700 });
  try {
    await initialise(scratch, setup);
    renameSync(join(scratch, 'cluster'), folder.cluster);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n').at(-1) : String(error);
    throw new StartError(`无法建立数据库:${detail}`, `could not create the database cluster: ${detail}`, {
      cause: error,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

const ownerIsWrong = (folder: DataFolder, user: DatabaseUser | undefined): boolean => {
  const { uid } = statSync(folder.cluster);
  return uid !== (user?.uid ?? process.getuid?.() ?? uid);
};

/** An existing cluster must be of this program's version and belong to the user who will run it. */
export const requireUsable = (folder: DataFolder, { binaries, user }: ClusterSetup): void => {
  if (ownerIsWrong(folder, user)) {
    if (user === undefined) {
      throw new StartError(
        `数据目录 ${folder.cluster} 属于另一个用户,请以该用户或 root 运行`,
        `the data folder ${folder.cluster} belongs to another user; run as that user or as root`,
      );
    }
    giveTo(user, folder.cluster);
    chmodSync(folder.cluster, 0o700);
  }
  const versionFile = join(folder.cluster, 'PG_VERSION');
  const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : '?';
  const wanted = binaries.version.split('.')[0] ?? '';
  if (found !== wanted) {
    throw new StartError(
      `数据目录 ${folder.cluster} 的 PostgreSQL 版本是 ${found},本程序是 ${wanted};请先用旧版导出,再导入新目录`,
      `the data folder ${folder.cluster} is of PostgreSQL ${found}, this program has ${wanted}; dump with the old one and load into a new folder`,
    );
  }
};
