import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '@mediation/kernel';

/** Whom the server runs as; undefined means: whoever runs this program. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// PostgreSQL refuses root, and initdb wants a user that the system can name; these exist nearly everywhere.
const CANDIDATES = ['postgres', 'nobody', 'daemon'];

const systemUsers = (): DatabaseUser[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/** An existing cluster keeps its owner, so that root can go on with what an ordinary user began. */
export const chooseDatabaseUser = (cluster: string): DatabaseUser | undefined => {
  if (!runsAsRoot()) return undefined;
  const users = systemUsers();
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  const chosen =
    users.find(({ uid }) => uid === owner) ??
    CANDIDATES.map((name) => users.find((user) => user.name === name)).find((user) => user !== undefined);
  if (chosen === undefined) {
    throw new StartError(
      'PostgreSQL 不能以 root 运行,而本机没有 postgres、nobody 或 daemon 用户;请以普通用户运行',
      'PostgreSQL refuses root and there is no user postgres, nobody or daemon here; run this as an ordinary user',
    );
  }
  return chosen;
};

export const asUser = (user: DatabaseUser | undefined): { uid?: number; gid?: number } =>
  user === undefined ? {} : { uid: user.uid, gid: user.gid };

/** Asks the system itself, as that user: modes, access lists and mounts all count. */
export const canEnter = (user: DatabaseUser | undefined, folder: string): boolean => {
  if (user === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...asUser(user), cwd: '/', stdio: 'ignore' });
  return status === 0;
};

/** The outermost folder on the way to `folder` that stops this user. */
export const firstUnreachable = (user: DatabaseUser, folder: string): string => {
  const parent = dirname(folder);
  return parent === folder || canEnter(user, parent) ? folder : firstUnreachable(user, parent);
};
