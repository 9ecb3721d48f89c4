import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { StartError } from '@mediation/kernel';
import { waitUntil } from './wait';

/** Kafka's orderly shutdown and the last resort, each with the time it is given. */
export const SHUTDOWNS = [
  ['SIGTERM', 30_000],
  ['SIGKILL', 5_000],
] as const satisfies readonly (readonly [NodeJS.Signals, number])[];

/** A process of a data folder's broker, and the process it was started for; one that was told to outlive it has none. */
export interface BrokerProcess {
  readonly pid: number;
  readonly owner: string | undefined;
}

const NOBODY = 'nobody';

/** Tell whose a Java process is: they are part of its command line, so no file can be stale or missing. */
export const marks = (folder: string, owner: string | undefined): string[] => [
  `-Dmediation.kafka.owner=${owner ?? NOBODY}`,
  `-Dmediation.kafka.folder=${folder}`,
];

const ps = (args: string[]): string[] => {
  const { stdout, status } = spawnSync('ps', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return status === 0 ? stdout.split('\n') : [];
};

interface Listed {
  readonly pid: number;
  /** Words with a space after each, whatever the system puts between them. */
  readonly command: string;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** A dead process that nobody has collected yet has no command line any more. */
const processes = (): Listed[] =>
  process.platform === 'linux'
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ') }))
    : ps(['-axww', '-o', 'pid=,command=']).map((line) => {
        const [, pid, command = ''] = /^\s*(\d+)\s(.*)$/.exec(line) ?? [];
        return { pid: Number(pid), command: `${command} ` };
      });

/** What tells a process from a later one of the same pid; undefined when there is none. */
export const identityOf = (pid: number): string | undefined => {
  if (process.platform !== 'linux') {
    const began = ps(['-o', 'lstart=', '-p', String(pid)])[0]
      ?.trim()
      .replace(/\W+/g, '-');
    return began ? `${pid}.${began}` : undefined;
  }
  const stat = read(`/proc/${pid}/stat`);
  // The command's name may itself hold spaces and brackets; the state comes after it, the time of the start 19 fields on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? undefined : `${pid}.${fields[19]}`;
};

const isAlive = (owner: string): boolean => identityOf(Number(owner.split('.')[0])) === owner;

/** The folder is the one its path really leads to. */
export const brokerProcesses = (folder: string): BrokerProcess[] =>
  processes()
    .filter(({ command }) => command.includes(` -Dmediation.kafka.folder=${folder} `))
    .map(({ pid, command }) => {
      const owner = /-Dmediation\.kafka\.owner=(\S+)/.exec(command)?.[1];
      return { pid, owner: owner === NOBODY ? undefined : owner };
    });

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** The process that a broker belongs to: the one it was started for, while that lives; itself when it outlives it. */
const holderOf = ({ pid, owner }: BrokerProcess): number | undefined => {
  if (owner === undefined) return pid;
  return isAlive(owner) ? Number(owner.split('.')[0]) : undefined;
};

/** @throws StartError naming who uses the folder; a broker that nobody holds any more does not count. */
export const requireUnheld = (folder: string, { unlessItself = false } = {}): void => {
  const holder = brokerProcesses(folder)
    .filter(({ owner }) => !(unlessItself && owner === undefined))
    .map(holderOf)
    .find((pid) => pid !== undefined);
  if (holder === undefined) return;
  throw new StartError(
    `Kafka 已经在运行了(进程 ${holder} 正在使用数据目录 ${folder});请先停止它,或换一个数据目录`,
    `Kafka is already running: process ${holder} uses the data folder ${folder}; stop it first or use another folder`,
  );
};

/** Ends every process of the folder, and says whether there was any. No record that was acknowledged is lost. */
export const endProcesses = async (folder: string): Promise<boolean> => {
  const found = brokerProcesses(folder).length > 0;
  for (const [name, limitMs] of SHUTDOWNS) {
    const left = brokerProcesses(folder);
    if (left.length === 0) return found;
    for (const { pid } of left) signal(pid, name);
    await waitUntil(() => brokerProcesses(folder).length === 0, limitMs, 50);
  }
  const left = brokerProcesses(folder).map(({ pid }) => pid);
  if (left.length === 0) return found;
  throw new StartError(
    `Kafka 进程(${left.join(', ')})无法停止,请手动结束它`,
    `the Kafka process (${left.join(', ')}) does not end; end it by hand`,
  );
};
