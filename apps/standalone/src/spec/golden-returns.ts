import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';

const FOLDER = join(__dirname, '..', '..', 'golden', 'returns');

/** Both returns of the sample year: on the filing day of June, and long after. */
export const GOLDEN_RETURNS = ['justice', 'governance'].flatMap((kind) =>
  ['2025-06', '2025'].flatMap((period) => ['2025-07-05', '2026-06-30'].map((asOf) => ({ kind, period, asOf }))),
);
export type GoldenReturn = (typeof GOLDEN_RETURNS)[number];

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Of each part of a workbook, what is in it. */
const partsOf = (workbook: Buffer): string =>
  Object.values(new PizZip(workbook).files)
    .filter(({ dir }) => !dir)
    .map((part) => `${sha256(part.asNodeBuffer())}  ${part.name}\n`)
    .sort()
    .join('');

export interface Served {
  readonly json: string;
  readonly csv: string;
  readonly xlsx: Buffer;
}

/** As the golden files keep it; the hash is of the whole workbook. */
export const asGolden = ({ json, csv, xlsx }: Served) => ({
  'return.json': `${JSON.stringify(JSON.parse(json), null, 2)}\n`,
  'return.csv': csv,
  'workbook.sha256': `${sha256(xlsx)}  workbook\n${partsOf(xlsx)}`,
});
type Files = ReturnType<typeof asGolden>;

const folderOf = ({ kind, period, asOf }: GoldenReturn): string => join(FOLDER, `${kind}-${period}-as-of-${asOf}`);

export const readGolden = (which: GoldenReturn): Files => {
  const read = (file: keyof Files) => readFileSync(join(folderOf(which), file), 'utf8');
  return {
    'return.json': read('return.json'),
    'return.csv': read('return.csv'),
    'workbook.sha256': read('workbook.sha256'),
  };
};

/** Only on purpose: WRITE_GOLDEN=1, after which the change is to be read and the hand check done again. */
export const writeGolden = (which: GoldenReturn, files: Files): void => {
  mkdirSync(folderOf(which), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folderOf(which), file), text);
};
