import {
  DatabaseError,
  escapeIdentifier,
  type ClientBase,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg';
import type { Position } from '@mediation/event-store/port';
import {
  RowRefused,
  ViewUnknown,
  type LockedView,
  type ParkedStream,
  type RowChanges,
  type Rows,
  type ViewTransaction,
} from '@mediation/projecting/engine';
import { binaryTextArray, columnTexts, type Column } from './column-text';
import { tableName, type Columns } from './view-table';

interface ProjectionRow {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly checkpoint: string | null;
}

const LOCK = `
  SELECT name, generation, version, checkpoint FROM views.projections
  WHERE name = ANY($1) AND state = $2 ORDER BY name FOR UPDATE`;

const PARKED = `
  SELECT k.view, k.stream FROM unnest($1::text[], $2::int[]) AS v (view, generation)
  JOIN views.parked AS k USING (view, generation) WHERE k.stream = ANY($3)`;

const REACH = `
  UPDATE views.projections SET checkpoint = $3, updated_at = clock_timestamp() WHERE name = ANY($1) AND state = $2`;

/** Values the row's columns cannot hold, or a broken constraint: the row's fault, and it will be again. */
const isRefusal = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && /^2[23]/.test(error.code ?? '');

const upsertInto = (table: string, columns: readonly Column[]): string => {
  const names = columns.map(({ name }) => escapeIdentifier(name));
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`);
  const values = columns.map(({ type }, index) => `${names[index]!}::${type}`);
  const set = names.filter((name) => name !== '"key"').map((name) => `${name} = excluded.${name}`);
  return `
    INSERT INTO ${table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM unnest(${arrays.join(', ')}) AS v (${names.join(', ')})
    ON CONFLICT (key) DO UPDATE SET ${set.join(', ')}`;
};

export class PostgresViewTransaction implements ViewTransaction {
  /** The statement before the next one: a connection runs one at a time, and none after one that failed. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: ClientBase,
    private readonly columns: Columns,
    private readonly state: 'live' | 'building',
  ) {}

  async lock(views: readonly string[], streams: readonly string[]): Promise<readonly LockedView[]> {
    const { rows } = await this.query<ProjectionRow>({
      name: 'lock-views',
      text: LOCK,
      values: [views, this.state],
    });
    const missing = views.filter((name) => !rows.some((row) => row.name === name));
    if (missing.length > 0) throw new ViewUnknown(missing);
    // Asked after the locks are held: another process may have parked one just before.
    const parked = await this.parkedOf(rows, streams);
    return rows.map(({ checkpoint, ...row }) => ({
      ...row,
      checkpoint: checkpoint ?? undefined,
      parked: new Set(parked.filter(({ view }) => view === row.name).map(({ stream }) => stream)),
    }));
  }

  async load(view: LockedView, keys: readonly string[]): Promise<Rows> {
    const { rows } = await this.query<{ key: string; row: object }>({
      name: `load-${view.name}-${view.generation}`,
      text: `SELECT t.key, row_to_json(t) AS row FROM ${tableName(view)} AS t WHERE t.key = ANY($1)`,
      values: [keys],
    });
    return new Map(rows.map(({ key, row }) => [key, row]));
  }

  async save(view: LockedView, changes: RowChanges): Promise<void> {
    const gone: string[] = [];
    const keys: string[] = [];
    const rows: object[] = [];
    for (const [key, row] of changes) {
      if (row === undefined) gone.push(key);
      else {
        keys.push(key);
        rows.push(row);
      }
    }
    try {
      if (rows.length > 0) await this.upsert(view, keys, rows);
      if (gone.length > 0) await this.query(`DELETE FROM ${tableName(view)} WHERE key = ANY($1)`, [gone]);
    } catch (error) {
      throw isRefusal(error) ? new RowRefused(view.name, error.code ?? 'unknown') : error;
    }
  }

  async park(view: LockedView, parked: readonly ParkedStream[]): Promise<void> {
    for (const { stream, revision, position, eventId, type, code } of parked) {
      await this.query(
        `INSERT INTO views.parked (view, generation, stream, revision, position, event_id, type, code)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [view.name, view.generation, stream, revision, position, eventId, type, code],
      );
    }
  }

  async unpark(view: LockedView, stream: string): Promise<void> {
    await this.query('DELETE FROM views.parked WHERE view = $1 AND generation = $2 AND stream = $3', [
      view.name,
      view.generation,
      stream,
    ]);
  }

  async reach(views: readonly LockedView[], position: Position): Promise<void> {
    const names = views.map(({ name }) => name);
    await this.query({ name: 'reach', text: REACH, values: [names, this.state, position] });
  }

  private async parkedOf(rows: readonly ProjectionRow[], streams: readonly string[]) {
    if (streams.length === 0) return [];
    const names = rows.map(({ name }) => name);
    const generations = rows.map(({ generation }) => generation);
    const found = await this.query<{ view: string; stream: string }>({
      name: 'parked-of',
      text: PARKED,
      values: [names, generations, streams],
    });
    return found.rows;
  }

  /** Column by column: the database takes arrays apart in a fraction of the time that documents would cost it. */
  private async upsert(view: LockedView, keys: readonly string[], rows: readonly object[]): Promise<void> {
    const columns = await this.columns.of(view, (sql, values) => this.query(sql, values));
    await this.query({
      name: `save-${view.name}-${view.generation}`,
      text: upsertInto(tableName(view), columns),
      values: columns.map((column) => binaryTextArray(column.name === 'key' ? keys : columnTexts(column, rows))),
    });
  }

  private query<Row extends QueryResultRow>(
    query: QueryConfig | string,
    values?: unknown[],
  ): Promise<QueryResult<Row>> {
    const result = this.last.then(() => this.client.query<Row>(query, values));
    this.last = result;
    result.catch(() => undefined); // Whoever asked sees it; the next in line only passes it on.
    return result;
  }
}
