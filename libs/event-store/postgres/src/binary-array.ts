/**
 * One-dimensional arrays in PostgreSQL's binary format, which `pg` sends as they are when it is given a Buffer. As text, every
 * quote of a JSON document would be escaped here and unescaped there.
 */
const ELEMENT_OID = { bytea: 17, int8: 20, text: 25, uuid: 2950, jsonb: 3802 } as const;
const JSONB_VERSION = '\u0001';
const NULL_LENGTH = -1;

const encode = (oid: number, elements: readonly (Uint8Array | null)[]): Buffer => {
  const size = elements.reduce((sum, element) => sum + 4 + (element?.length ?? 0), 20);
  const array = Buffer.allocUnsafe(size);
  const header = [1, elements.includes(null) ? 1 : 0, oid, elements.length, 1];
  let at = 0;
  for (const word of header) at = array.writeInt32BE(word, at);
  for (const element of elements) {
    at = array.writeInt32BE(element?.length ?? NULL_LENGTH, at);
    if (element === null) continue;
    array.set(element, at);
    at += element.length;
  }
  return array;
};

export const textArray = (texts: readonly (string | null)[]): Buffer =>
  encode(
    ELEMENT_OID.text,
    texts.map((text) => (text === null ? null : Buffer.from(text))),
  );

export const jsonbArray = (documents: readonly (string | null)[]): Buffer =>
  encode(
    ELEMENT_OID.jsonb,
    documents.map((json) => (json === null ? null : Buffer.from(JSONB_VERSION + json))),
  );

export const uuidArray = (ids: readonly string[]): Buffer =>
  encode(
    ELEMENT_OID.uuid,
    ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')),
  );

export const byteaArray = (values: readonly Uint8Array[]): Buffer => encode(ELEMENT_OID.bytea, values);

export const int8Array = (numbers: readonly number[]): Buffer =>
  encode(
    ELEMENT_OID.int8,
    numbers.map((number) => {
      const bytes = Buffer.allocUnsafe(8);
      bytes.writeBigInt64BE(BigInt(number));
      return bytes;
    }),
  );
