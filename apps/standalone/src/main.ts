import 'reflect-metadata';
import { DatabaseIsNewer } from '@infra/migrations';
import { StartError } from '@mediation/kernel';
import { aborted, endRequested, requireFreePort } from '@mediation/service';
import {
  greet,
  isSampleYearIn,
  replayOnFirstRun,
  requireNoHalfYear,
  say,
  toldTimes,
  type ToldTimes,
} from '@tools/demo';
import { requireDataDir } from '@tools/local-database';
import { parseConfig, type Config } from './config';
import { startDatabase, type Database } from './database';
import { openStandalone, type Standalone } from './standalone';

/** Starts everything, serves until asked to end, and ends cleanly. @throws StartError for what a person can put right */
export const main = async (): Promise<void> => {
  const startedAt = performance.now();
  const config = parseConfig(process.env);
  requireDataDir(config.dataDir);
  if (!tellsSampleYear(config)) requireNoHalfYear(config.dataDir);
  await requireFreePort(config);
  const ending = endRequested();
  const database = await startDatabase(config);
  try {
    const told = tellsSampleYear(config) && !isSampleYearIn(config.dataDir) ? toldTimes() : undefined;
    const standalone = await openStandalone(config, database, told).catch(asStartError);
    try {
      say(`就绪,用时 ${seconds(startedAt)} 秒`, `ready in ${seconds(startedAt)} s`);
      await Promise.race([work({ config, standalone, told, ending }), dies(database)]);
      say('正在结束…', 'ending…');
    } finally {
      await standalone.close();
    }
  } finally {
    await database.stop();
  }
  process.exit(0);
};

/** Only a local issuer signs for the sample's bodies. */
const tellsSampleYear = ({ sampleYear, issuer }: Config): boolean => sampleYear && issuer === undefined;

interface Work {
  readonly config: Config;
  readonly standalone: Standalone;
  readonly told: ToldTimes | undefined;
  readonly ending: AbortSignal;
}

const work = async ({ config, standalone, told, ending }: Work): Promise<void> => {
  const { directory, issuer } = standalone;
  const { dataDir, port } = config;
  const urlOf = () => `http://127.0.0.1:${port}`;
  if (issuer && tellsSampleYear(config)) await replayOnFirstRun({ dataDir, urlOf, directory, issuer, ending });
  told?.end();
  if (ending.aborted) return;
  standalone.watch();
  const base = `http://localhost:${port}`;
  await greet({ center: base, village: base, township: base }, issuer);
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
