import type { DataSource } from 'typeorm';

/** A piece of SQL with its values apart, so that nothing a caller sends becomes part of a statement. */
export class Sql {
  constructor(
    private readonly texts: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  /** The statement with numbered parameters, nested pieces put in their places. */
  toQuery(): { readonly text: string; readonly values: readonly unknown[] } {
    const values: unknown[] = [];
    const write = (piece: Sql): string =>
      piece.texts.reduce((written, text, index) => {
        const value = piece.values[index - 1];
        if (value instanceof Sql) return written + write(value) + text;
        values.push(value);
        return `${written}$${values.length}${text}`;
      });
    return { text: write(this), values };
  }
}

/** sql`… ${value} …`: a value becomes a parameter, a piece of SQL is put in. */
export const sql = (texts: TemplateStringsArray, ...values: readonly unknown[]): Sql => new Sql(texts, values);

const joined = (pieces: readonly Sql[], separator: string): Sql =>
  pieces.length === 0 ? sql`true` : new Sql(['', ...pieces.slice(1).map(() => separator), ''], pieces);

/** All of those that are there; `true` when none is. */
export const all = (...conditions: readonly (Sql | undefined)[]): Sql =>
  joined(
    conditions.filter((each) => each !== undefined),
    ' AND ',
  );

/** Any of them. */
export const any = (...conditions: readonly Sql[]): Sql => sql`(${joined(conditions, ' OR ')})`;

export const rows = async <Row>(source: DataSource, query: Sql): Promise<readonly Row[]> => {
  const { text, values } = query.toQuery();
  return source.query<Row[]>(text, [...values]);
};
