import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allGoldens, contracts, envelopes, isReadable } from '@mediation/asyncapi';
import { pages, RECORD_FILE, schemaFile } from './pages';
import { review, type PublishedRecord, type Review } from './review';

export const readRecord = (folder: string): PublishedRecord => {
  const file = join(folder, RECORD_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PublishedRecord) : {};
};

export interface Generated extends Review {
  readonly pages: ReadonlyMap<string, string>;
}

/** What docs/events is to be, by what the program says now and what was published before. */
export const generate = (record: PublishedRecord): Generated => {
  const published = [...contracts(), ...envelopes()];
  const reviewed = review(record, { contracts: published, goldens: allGoldens(), reads: isReadable });
  return { ...reviewed, pages: pages(published, reviewed.record) };
};

/** Files that are missing or whose content is another, and files that nothing accounts for. */
export const outdated = (folder: string, { pages, record }: Generated): readonly string[] => {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const known = new Set([...pages.keys(), ...Object.keys(record).map(schemaFile)]);
  const isStale = (file: string): boolean =>
    !present.includes(file) || pages.get(file) !== readFileSync(join(folder, file), 'utf8');
  return [
    ...[...known].filter((file) => (pages.has(file) ? isStale(file) : !present.includes(file))),
    ...present.filter((file) => !known.has(file)),
  ];
};

export const write = (folder: string, { pages }: Generated): void => {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
};
