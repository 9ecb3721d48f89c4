import PizZip from 'pizzip';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer | string;
}

/** Zips have no time zone and the writer takes the machine's: given in local parts, the bytes are the same everywhere. */
const FIXED_DATE = new Date(1980, 0, 1);

/** The same entries give the same bytes. */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const zip = new PizZip();
  for (const { name, bytes } of entries) zip.file(name, bytes, { date: FIXED_DATE, createFolders: false });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
};

const CONTENT_TYPES = '[Content_Types].xml';

/** Again, without folders' own entries and the times it was made; first what programs know an office document by. */
export const entriesOf = (zip: PizZip): readonly ZipEntry[] =>
  Object.values(zip.files)
    .filter(({ dir }) => !dir)
    .sort((a, b) => Number(b.name === CONTENT_TYPES) - Number(a.name === CONTENT_TYPES))
    .map((each) => ({ name: each.name, bytes: each.asNodeBuffer() }));

/** An office file of another writer, without the times it was made: the same content gives the same bytes. */
export const withoutTimes = (file: Buffer): Buffer => zipOf(entriesOf(new PizZip(file)));
