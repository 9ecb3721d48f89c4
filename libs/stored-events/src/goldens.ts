import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@mediation/kernel';

/** A payload that stands for events already written. */
export interface Golden {
  readonly file: string;
  readonly storedName: string;
  readonly minimal: boolean;
  readonly data: JsonObject;
}

/** Every payload of a context's golden folder; the file's name is the stored name. */
export const goldensIn = (folder: string): readonly Golden[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      storedName: file.replace(/(\.minimal)?\.json$/, ''),
      minimal: file.endsWith('.minimal.json'),
      data: JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonObject,
    }));
