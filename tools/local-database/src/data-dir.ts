import { StartError } from '@mediation/kernel';
import { mkdirSync } from 'node:fs';

/** @throws StartError when the folder cannot be made */
export const requireDataDir = (dataDir: string): void => {
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
