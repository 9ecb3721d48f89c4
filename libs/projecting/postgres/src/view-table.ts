import { escapeIdentifier } from 'pg';
import type { Column } from './column-text';

/** The physical table of one generation of a view. */
export interface ViewTable {
  readonly name: string;
  readonly generation: number;
}

export const tableName = ({ name, generation }: ViewTable): string =>
  `views.${escapeIdentifier(`${name}_${generation}`)}`;

type AskForNames = (sql: string, values: unknown[]) => Promise<{ readonly rows: readonly Column[] }>;

/** The columns of a table in their order, `key` among them. Asked once per table: a generation's columns never change. */
export class Columns {
  private readonly known = new Map<string, Promise<readonly Column[]>>();

  of(table: ViewTable, ask: AskForNames): Promise<readonly Column[]> {
    const name = tableName(table);
    const found = this.known.get(name) ?? this.askFor(name, ask);
    this.known.set(name, found);
    return found;
  }

  private async askFor(table: string, ask: AskForNames): Promise<readonly Column[]> {
    try {
      const { rows } = await ask(
        `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
        [table],
      );
      return rows;
    } catch (error) {
      this.known.delete(table);
      throw error;
    }
  }
}
