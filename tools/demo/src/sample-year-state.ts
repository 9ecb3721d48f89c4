import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@mediation/kernel';

const markerIn = (dataDir: string): string => join(dataDir, 'sample-year.json');
const begunIn = (dataDir: string): string => join(dataDir, 'sample-year.begun');

/** Whether the whole year has been told: a replay that was cut off is simply run again. */
export const isSampleYearIn = (dataDir: string): boolean => existsSync(markerIn(dataDir));

export const markBegun = (dataDir: string): void => writeFileSync(begunIn(dataDir), '');

export const markWhole = (dataDir: string, report: object): void => {
  const marker = markerIn(dataDir);
  writeFileSync(`${marker}.new`, `${JSON.stringify(report)}\n`);
  renameSync(`${marker}.new`, marker);
  rmSync(begunIn(dataDir), { force: true });
};

/**
 * Asked where nothing will complete the year: once its limits were watched, the rest of it could not be told any more.
 * @throws StartError when half of it is there
 */
export const requireNoHalfYear = (dataDir: string): void => {
  if (!existsSync(begunIn(dataDir)) || isSampleYearIn(dataDir)) return;
  throw new StartError(
    `数据目录 ${dataDir} 中的样例年只回放了一部分;请去掉 SAMPLE_YEAR=off 与 OIDC_ISSUER 启动一次,或换一个 DATA_DIR`,
    `the sample year in ${dataDir} is told only in part; start once without SAMPLE_YEAR=off and OIDC_ISSUER, or set another DATA_DIR`,
  );
};
