import type { DatabaseUrls } from '@infra/migrations';
import { importDivisions, loadDirectory, type Directory } from '@mediation/directory';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say';

const SAMPLE_DIVISIONS = join(__dirname, '..', '..', 'directory', 'data', '370402-divisions.csv');

/** The database's directory; an empty one gets the sample district first. */
export const openDirectory = async ({ ownerUrl, serviceUrl }: DatabaseUrls): Promise<Directory> => {
  const directory = await loadDirectory(serviceUrl);
  if (directory.divisions().length > 0) return directory;
  say('正在导入示例区划与机构名录', 'importing the sample district and its bodies');
  await importDivisions(ownerUrl, readFileSync(SAMPLE_DIVISIONS, 'utf8'), { sampleMediators: true });
  await directory.reload();
  return directory;
};
