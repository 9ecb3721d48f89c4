import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@mediation/kernel';

const FOLDER = join(__dirname, '..', 'golden');

/** A payload that stands for events already written. */
export interface Golden {
  readonly file: string;
  readonly storedName: string;
  readonly minimal: boolean;
  readonly data: JsonObject;
}

/** Every payload of the golden folder; the file's name is the stored name. */
export const readGoldens = (): readonly Golden[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      storedName: file.replace(/(\.minimal)?\.json$/, ''),
      minimal: file.endsWith('.minimal.json'),
      data: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as JsonObject,
    }));
