import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-table';
import { StartError } from '@mediation/kernel';

export interface Claim {
  release(): void;
}

const parse = (file: string): { pid: number; identity: string } => {
  const [pid = '', identity = ''] = file.split('@');
  return { pid: Number(pid), identity };
};

/**
 * Says whose data folder this is while its process lives. Each process writes only its own file and then looks for others,
 * so no file of a living process is ever replaced; of two that start at the same moment both may give way, never neither.
 */
export const claimFolder = (claims: string, dataDir: string): Claim => {
  mkdirSync(claims, { recursive: true });
  const own = `${process.pid}@${(processIdentity(process.pid) ?? '').replace(/\W+/g, '-')}`;
  const release = () => rmSync(join(claims, own), { force: true });
  if (readdirSync(claims).includes(own)) throw alreadyRunning(process.pid, dataDir);
  writeFileSync(join(claims, own), '');
  for (const file of readdirSync(claims).filter((name) => name !== own)) {
    const { pid, identity } = parse(file);
    if (processIdentity(pid)?.replace(/\W+/g, '-') === identity) {
      release();
      throw alreadyRunning(pid, dataDir);
    }
    rmSync(join(claims, file), { force: true });
  }
  return { release };
};

const alreadyRunning = (pid: number, dataDir: string): StartError =>
  new StartError(
    `已经在运行了(进程 ${pid} 正在使用数据目录 ${dataDir});请先停止它,或用环境变量 DATA_DIR 指定另一个目录`,
    `already running: process ${pid} uses the data folder ${dataDir}; stop it first or name another folder in DATA_DIR`,
  );
