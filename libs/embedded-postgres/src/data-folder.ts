import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canEnter, runsAsRoot, firstUnreachable, type DatabaseUser } from './database-user';
import { StartError } from '@mediation/kernel';

/** Everything of one embedded server is in one folder: the cluster, its password, its claim, its port and its log. */
export interface DataFolder {
  readonly path: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly claims: string;
  readonly log: string;
}

export const openDataFolder = (dataDir: string): DataFolder => {
  const path = resolve(dataDir);
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    // Root is never denied by a mode, but is by a read-only mount; and the database's user has to pass through.
    if (runsAsRoot()) chmodSync(path, statSync(path).mode | 0o011);
  } catch (error) {
    throw new StartError(
      `数据目录 ${path} 不可写,请改正权限,或用环境变量 DATA_DIR 指定另一个目录`,
      `the data folder ${path} is not writable; correct its permissions or name another one in DATA_DIR`,
      { cause: error },
    );
  }
  const real = realpathSync(path);
  return {
    path: real,
    cluster: join(real, 'cluster'),
    passwordFile: join(real, 'superuser-password'),
    portFile: join(real, 'port'),
    claims: join(real, 'claims'),
    log: join(real, 'server.log'),
  };
};

export const requireReachable = (user: DatabaseUser | undefined, folder: string): void => {
  if (user === undefined || canEnter(user, folder)) return;
  const obstacle = firstUnreachable(user, folder);
  throw new StartError(
    `数据库以用户 ${user.name} 运行,它进不了 ${obstacle};请运行 chmod o+x ${obstacle},或用环境变量 DATA_DIR 指定它能到达的目录,或以普通用户运行`,
    `the database runs as user ${user.name}, who cannot enter ${obstacle}; run chmod o+x ${obstacle}, or name a folder in its reach in DATA_DIR, or run as an ordinary user`,
  );
};

export const giveTo = (user: DatabaseUser | undefined, path: string): void => {
  if (user === undefined) return;
  chownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) {
    const child = join(path, entry);
    if (!lstatSync(child).isSymbolicLink()) giveTo(user, child);
  }
};

/** The superuser's password: made once, readable by the owner of this program only. */
export const superuserPassword = ({ passwordFile, cluster }: DataFolder): string => {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  if (existsSync(cluster)) {
    throw new StartError(
      `数据目录里缺少密码文件 ${passwordFile},请从备份中恢复它`,
      `the password file ${passwordFile} is missing from the data folder; restore it from a backup`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  return password;
};
