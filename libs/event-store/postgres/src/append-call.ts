import type { PreparedAppend } from '@mediation/event-store/port';
import { byteaArray, int8Array, jsonbArray, textArray, uuidArray } from './binary-array';
import { COLUMN_TYPES, type Queryable } from './database';

/** What the store made of one append of a batch. */
export type Outcome =
  | { readonly kind: 'appended'; readonly revision: number }
  | { readonly kind: 'wrong-revision'; readonly actual: number | 'none' }
  | { readonly kind: 'receipt-exists' };

/** Codes of journal.append, see its migration. */
const ANY = -2;
const NONE = -1;

const CALL = 'SELECT journal.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)';

const toExpected = ({ expected }: PreparedAppend): number => {
  if (expected === 'any') return ANY;
  return expected === 'none' ? NONE : expected;
};

const toOutcome = (code: string): Outcome => {
  if (code === 'NULL') return { kind: 'receipt-exists' };
  const number = Number(code);
  if (number >= 0) return { kind: 'appended', revision: number };
  const actual = -2 - number;
  return { kind: 'wrong-revision', actual: actual === NONE ? 'none' : actual };
};

const toReceipts = (batch: readonly PreparedAppend[]): (Buffer | null)[] => {
  if (batch.every(({ receipt }) => receipt === undefined)) return [null, null, null];
  return [
    textArray(batch.map(({ receipt }) => receipt?.key ?? null)),
    textArray(batch.map(({ receipt }) => receipt?.fingerprint ?? null)),
    jsonbArray(batch.map(({ receipt }) => receipt?.answer ?? null)),
  ];
};

const toParameters = (batch: readonly PreparedAppend[]): (Buffer | null)[] => {
  const events = batch.flatMap((append) => append.events);
  return [
    textArray(batch.map(({ stream }) => stream)),
    int8Array(batch.map(toExpected)),
    ...toReceipts(batch),
    textArray(batch.flatMap(({ stream, events: own }) => own.map(() => stream))),
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    jsonbArray(events.map(({ data }) => data)),
    jsonbArray(events.map(({ metadata }) => metadata)),
    byteaArray(events.map(({ digest }) => digest)),
  ];
};

/** One round trip and one transaction for the whole batch; no two of its appends may name the same stream. */
export const callAppend = async (connection: Queryable, batch: readonly PreparedAppend[]): Promise<Outcome[]> => {
  const query = {
    name: 'append',
    text: CALL,
    values: toParameters(batch),
    rowMode: 'array' as const,
    types: COLUMN_TYPES,
  };
  const { rows } = await connection.query<[string]>(query);
  return rows[0]![0].slice(1, -1).split(',').map(toOutcome);
};
