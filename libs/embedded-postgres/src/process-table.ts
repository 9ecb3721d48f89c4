import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const ps = (pid: number, column: string): string | undefined => {
  const { stdout, status } = spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

/** The fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets; the state is first. */
const procStat = (pid: number): string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

/** A dead process that its parent has not collected yet; it holds nothing any more. */
const isZombie = (pid: number): boolean => procStat(pid)?.[0] === 'Z';

export const isRunning = (pid: number): boolean => isAlive(pid) && !isZombie(pid);

/**
 * What tells a process from a later one of the same pid; undefined when there is no such process.
 * Where the system cannot tell, all processes of one pid look the same.
 */
export const processIdentity = (pid: number): string | undefined => {
  if (!isRunning(pid)) return undefined;
  return procStat(pid)?.[19] ?? ps(pid, 'lstart') ?? 'unknown';
};

const sameFolder = (link: string, folder: string): boolean => {
  try {
    const [a, b] = [statSync(link), statSync(folder)];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
};

const procName = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** A server's processes all work in its data folder, whatever path led there when it was started. */
export const isPostgresOf = (pid: number, cluster: string): boolean => {
  if (!isRunning(pid)) return false;
  if (process.platform === 'linux') {
    return procName(pid) === 'postgres' && sameFolder(`/proc/${pid}/cwd`, cluster);
  }
  const command = ps(pid, 'command') ?? '';
  return command.includes('postgres') && command.includes(cluster);
};
