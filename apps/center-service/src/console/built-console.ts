import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Beside us where we are compiled, in dist where we run from the sources. */
const PLACES = [
  join(__dirname, '..', '..', '..', 'console'),
  join(__dirname, '..', '..', '..', '..', 'dist', 'apps', 'console'),
];

/** The folder of the built console; undefined where only the services were compiled. */
export const builtConsole = (): string | undefined =>
  PLACES.find((folder) => existsSync(join(folder, '.vite', 'manifest.json')));
