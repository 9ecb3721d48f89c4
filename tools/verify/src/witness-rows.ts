import type { Client } from 'pg';

export interface WitnessRow {
  readonly source: string;
  readonly stream: string;
  readonly revision: number;
  readonly journal_position: string;
}

/** What the recorder has written down of each event's place in its journal. */
export class WitnessTable {
  constructor(private readonly client: Client) {}

  async sources(): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ source: string }>('SELECT DISTINCT source FROM recorder.witness');
    return rows.map(({ source }) => source);
  }

  async streamsAfter(source: string, stream: string | undefined, limit: number): Promise<readonly string[]> {
    const sql = `SELECT DISTINCT stream FROM recorder.witness
      WHERE source = $1 AND ($2::text IS NULL OR stream > $2) ORDER BY stream LIMIT $3`;
    return (await this.client.query<{ stream: string }>(sql, [source, stream, limit])).rows.map((row) => row.stream);
  }

  async rowsOf(streams: readonly string[]): Promise<readonly WitnessRow[]> {
    const sql = 'SELECT source, stream, revision, journal_position FROM recorder.witness WHERE stream = ANY ($1)';
    return (await this.client.query<WitnessRow>(sql, [streams])).rows;
  }
}
