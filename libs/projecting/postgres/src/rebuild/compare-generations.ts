import type { ClientBase } from 'pg';
import { tableName, type ViewTable } from '../view-table';

export interface Content {
  readonly rows: number;
  /** SHA-256 of every row in the order of their keys. */
  readonly digest: string;
}

export interface Difference {
  readonly key: string;
  /** Names only: a value may be personal. `missing`: only in the live one; `new`: only in the rebuilt one. */
  readonly columns: readonly string[] | 'missing' | 'new';
}

/** Text of a row depends on the session's time zone, and nothing else. */
export const fixTimeZone = (client: ClientBase): Promise<unknown> => client.query(`SET LOCAL TimeZone TO 'UTC'`);

export const contentOf = async (client: ClientBase, table: ViewTable): Promise<Content> => {
  const { rows } = await client.query<Content>(
    `SELECT count(*)::int AS rows,
       encode(sha256(convert_to(coalesce(string_agg(md5(t::text), '' ORDER BY t.key), ''), 'UTF8')), 'hex') AS digest
     FROM ${tableName(table)} AS t`,
  );
  return rows[0]!;
};

type Row = Readonly<Record<string, unknown>>;

const changed = (before: Row, after: Row): readonly string[] =>
  Object.keys(before).filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]));

const toDifference = ({ key, before, after }: { key: string; before: Row | null; after: Row | null }): Difference => {
  if (after === null) return { key, columns: 'missing' };
  return { key, columns: before === null ? 'new' : changed(before, after) };
};

/** The first rows, by key, that are not the same in both. */
export const differencesBetween = async (
  client: ClientBase,
  tables: { readonly before: ViewTable; readonly after: ViewTable },
  limit = 20,
): Promise<readonly Difference[]> => {
  const { rows } = await client.query<{ key: string; before: Row | null; after: Row | null }>(
    `SELECT key, to_json(a) AS before, to_json(b) AS after
     FROM ${tableName(tables.before)} AS a FULL JOIN ${tableName(tables.after)} AS b USING (key)
     WHERE a::text IS DISTINCT FROM b::text ORDER BY key LIMIT $1`,
    [limit],
  );
  return rows.map(toDifference);
};
