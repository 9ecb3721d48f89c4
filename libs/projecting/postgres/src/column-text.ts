/** A column of a view's table: its name, and its type as PostgreSQL writes it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

type ToText = (value: unknown) => string;

const quoted = (element: unknown): string =>
  element === null ? 'NULL' : `"${String(element).replace(/["\\]/g, '\\$&')}"`;
const arrayText: ToText = (value) =>
  Array.isArray(value) ? `{${value.map(quoted).join(',')}}` : JSON.stringify(value);
const jsonText: ToText = (value) => JSON.stringify(value);
const plainText: ToText = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const toTextFor = (type: string): ToText => {
  if (type.endsWith('[]')) return arrayText;
  return type === 'json' || type === 'jsonb' ? jsonText : plainText;
};

/** What PostgreSQL reads a column's values from; null where a row has none. */
export const columnTexts = ({ name, type }: Column, rows: readonly object[]): readonly (string | null)[] => {
  const toText = toTextFor(type);
  return rows.map((row) => {
    const value: unknown = (row as Readonly<Record<string, unknown>>)[name];
    return value === undefined || value === null ? null : toText(value);
  });
};

const TEXT_OID = 25;
const HEADER_BYTES = 20;
const NULL_LENGTH = -1;

/**
 * text[] in PostgreSQL's binary format, which `pg` sends as it is when it is given a Buffer: nothing is escaped here and
 * unescaped there.
 */
export const binaryTextArray = (texts: readonly (string | null)[]): Buffer => {
  const lengths = texts.map((text) => (text === null ? NULL_LENGTH : Buffer.byteLength(text)));
  const size = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  const header = [1, lengths.includes(NULL_LENGTH) ? 1 : 0, TEXT_OID, texts.length, 1];
  let at = 0;
  for (const word of header) at = array.writeInt32BE(word, at);
  for (const [index, text] of texts.entries()) {
    at = array.writeInt32BE(lengths[index]!, at);
    if (text !== null) at += array.write(text, at);
  }
  return array;
};
