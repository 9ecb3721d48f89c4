import { LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import type { Client } from 'pg';

/** One row of journal.events as the database spells it, column by column; nothing is parsed, so nothing is smoothed over. */
export interface JournalRow {
  readonly transaction_id: string;
  readonly position: string;
  readonly epoch: string;
  readonly revision: number;
  readonly event_id: string;
  readonly stream: string;
  readonly type: string;
  readonly hash: string;
  readonly data: string;
  readonly metadata: string;
}

/** Two columns spelled the way the journal's database spells jsonb. */
export interface Spelled {
  readonly data: string;
  readonly metadata: string;
}

const ROWS = `
  SELECT transaction_id::text, position::text, epoch::text, revision, event_id::text, stream, type,
    encode(hash, 'hex') AS hash, data::text, metadata::text
  FROM journal.events WHERE stream = ANY ($1) ORDER BY stream, revision`;

const SPELL = `
  SELECT e.data::jsonb::text AS data, e.metadata::jsonb::text AS metadata
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS e (data, metadata, place) ORDER BY e.place`;

/** The journal's tables, read past every function and driver of the program. */
export class JournalTables {
  constructor(private readonly client: Client) {}

  async streamsAfter(stream: string | undefined, limit: number): Promise<readonly string[]> {
    const sql =
      'SELECT DISTINCT stream FROM journal.events WHERE $1::text IS NULL OR stream > $1 ORDER BY stream LIMIT $2';
    return (await this.client.query<{ stream: string }>(sql, [stream, limit])).rows.map((row) => row.stream);
  }

  async rowsOf(streams: readonly string[]): Promise<readonly JournalRow[]> {
    return (await this.client.query<JournalRow>(ROWS, [streams])).rows;
  }

  /** How this database would show the payloads, had they been stored in it. */
  async spell(payloads: readonly Spelled[]): Promise<readonly Spelled[]> {
    const columns = [payloads.map(({ data }) => data), payloads.map(({ metadata }) => metadata)];
    return (await this.client.query<Spelled>(SPELL, columns)).rows;
  }

  /** The relay has published everything up to here; undefined when nothing yet. */
  async checkpoint(): Promise<string | undefined> {
    const sql = 'SELECT checkpoint FROM relay.leases WHERE name = $1';
    const { rows } = await this.client.query<{ checkpoint: string | null }>(sql, [LIFECYCLE_TOPIC]);
    return rows[0]?.checkpoint ?? undefined;
  }

  async count(): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>('SELECT count(*) FROM journal.events');
    return Number(rows[0]!.count);
  }
}
