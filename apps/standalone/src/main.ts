import 'reflect-metadata';
import { DatabaseIsNewer } from '@infra/migrations';
import { StartError } from '@mediation/kernel';
import { aborted, endRequested, requireFreePort } from '@mediation/service';
import { mkdirSync } from 'node:fs';
import { parseConfig, type Config } from './config';
import { say } from './console';
import { startDatabase, type Database } from './database';
import { replayOnFirstRun } from './first-run';
import { greet } from './greeting';
import { openStandalone, type Standalone } from './standalone';

const requireDataDir = ({ dataDir }: Config): void => {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new StartError(
      `无法建立数据目录 ${dataDir}(${code});请改正权限,或以 DATA_DIR 指定可写的目录`,
      `cannot make the data folder ${dataDir} (${code}); correct its permissions or set DATA_DIR to a writable folder`,
    );
  }
};

/** Starts everything, serves until asked to end, and ends cleanly. @throws StartError for what a person can put right */
export const main = async (): Promise<void> => {
  const startedAt = performance.now();
  const config = parseConfig(process.env);
  requireDataDir(config);
  await requireFreePort(config);
  const ending = endRequested();
  const database = await startDatabase(config);
  try {
    const standalone = await openStandalone(config, database).catch(asStartError);
    try {
      say(`就绪,用时 ${seconds(startedAt)} 秒`, `ready in ${seconds(startedAt)} s`);
      await Promise.race([work(config, standalone, ending), dies(database)]);
      say('正在结束…', 'ending…');
    } finally {
      await standalone.close();
    }
  } finally {
    await database.stop();
  }
  process.exit(0);
};

const work = async (config: Config, standalone: Standalone, ending: AbortSignal): Promise<void> => {
  const { directory, issuer } = standalone;
  if (issuer) await replayOnFirstRun({ config, directory, issuer, ending });
  if (ending.aborted) return;
  await greet(config, standalone);
  await aborted(ending);
};

const dies = async ({ died }: Database): Promise<never> => {
  throw await died;
};

const asStartError = (error: unknown): never => {
  throw error instanceof DatabaseIsNewer
    ? new StartError(
        '数据目录由更新的版本建立,请升级程序,或换一个 DATA_DIR',
        'the data folder belongs to a newer version; upgrade the program or set another DATA_DIR',
      )
    : error;
};

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
