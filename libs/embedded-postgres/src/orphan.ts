import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isPostgresOf } from './process-table';
import { StartError } from '@mediation/kernel';
import { SHUTDOWNS } from './shutdown';
import { waitUntil } from './wait';

const postmasterPid = (cluster: string): number | undefined => {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** All processes of the cluster's server; where the process table cannot be read so, the postmaster alone. */
const serverProcesses = (cluster: string): number[] => {
  const postmaster = postmasterPid(cluster);
  const pids =
    process.platform === 'linux'
      ? readdirSync('/proc')
          .map(Number)
          .filter((pid) => pid > 0)
      : postmaster === undefined
        ? []
        : [postmaster];
  return pids.filter((pid) => isPostgresOf(pid, cluster));
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** PostgreSQL itself clears a dead process's file, but takes any program that now has the pid for a running server. */
const removeMistakenPidFile = (cluster: string): void => {
  const pid = postmasterPid(cluster);
  if (pid !== undefined && isAlive(pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
};

/**
 * Ends what a killed parent left behind, and says whether there was anything. Only processes that are postgres and work in
 * this very folder are ever signalled. SIGINT is PostgreSQL's fast shutdown; SIGQUIT its immediate one, after which the log
 * is replayed: neither loses a commit.
 */
export const reapOrphan = async (cluster: string): Promise<boolean> => {
  const gone = () => serverProcesses(cluster).length === 0;
  const found = !gone();
  for (const [name, limitMs] of SHUTDOWNS) {
    if (gone()) break;
    const postmaster = postmasterPid(cluster);
    const targets = serverProcesses(cluster).filter((pid) => name === 'SIGKILL' || pid === postmaster);
    for (const pid of targets) signal(pid, name);
    await waitUntil(gone, limitMs);
  }
  if (gone()) {
    removeMistakenPidFile(cluster);
    return found;
  }
  throw new StartError(
    `上次留下的数据库进程(${serverProcesses(cluster).join(', ')})无法停止,请手动结束它`,
    `a database process left from the last run (${serverProcesses(cluster).join(', ')}) does not end; end it by hand`,
  );
};
