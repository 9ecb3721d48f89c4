import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Running {
  readonly pid: number;
  readonly services: readonly { readonly name: string; readonly port: number }[];
}

const fileIn = (dataDir: string): string => join(dataDir, 'network.json');

/** What `status` finds from another terminal. */
export const writeRunning = (dataDir: string, running: Running): void => {
  writeFileSync(`${fileIn(dataDir)}.new`, JSON.stringify(running));
  renameSync(`${fileIn(dataDir)}.new`, fileIn(dataDir));
};

export const readRunning = (dataDir: string): Running | undefined => {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
  } catch {
    return undefined;
  }
};

export const removeRunning = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });
