// The only place that looks at this machine's environment: where Java, Maven and the user's cache are is not configuration.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The broker's class files are Java 17's. */
export const JAVA_NEEDED = 17;

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(executable);

const versionOf = (java: string): number => {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
};

/** JAVA_HOME's, else the one on the path; undefined when neither is new enough. */
export const findJava = (): string | undefined => {
  const home = process.env['JAVA_HOME'] ?? '';
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const candidates = [home === '' ? undefined : join(home, 'bin', name), onPath(name)];
  return candidates.find((java) => java !== undefined && executable(java) && versionOf(java) >= JAVA_NEEDED);
};

export const findMaven = (): string | undefined => onPath(process.platform === 'win32' ? 'mvn.cmd' : 'mvn');

export const cacheFolder = (): string => {
  const cache = process.env['XDG_CACHE_HOME'] ?? '';
  return join(cache === '' ? join(homedir(), '.cache') : cache, 'mediation-network', 'kafka');
};

/** Nothing of the caller's environment (KAFKA_OPTS, JAVA_TOOL_OPTIONS, CLASSPATH …) reaches the broker. */
export const BROKER_ENVIRONMENT = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
