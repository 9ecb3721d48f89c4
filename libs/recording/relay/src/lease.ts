import type { Pool } from 'pg';
import type { Position } from '@mediation/event-store/port';

export interface Grant {
  /** Grows with each new holder: what an older one still asks for is refused. */
  readonly term: string;
  /** Everything up to here is in the topic; undefined when nothing is. */
  readonly checkpoint: Position | undefined;
  /** Events published so far, by all holders, repeats not counted. */
  readonly published: number;
}

interface GrantRow {
  readonly term: string;
  readonly checkpoint: string | null;
  readonly published: string;
}

/** One holder's way to a lease, which lives in the journal's database and runs out by that database's clock. */
export class Lease {
  constructor(
    private readonly pool: Pool,
    private readonly name: string,
    /** Never used by two processes, nor by one process twice. */
    private readonly holder: string,
  ) {}

  /** Takes it for that long, or for that long again; undefined while another has it. */
  async acquire(ttlMs: number): Promise<Grant | undefined> {
    const { rows } = await this.pool.query<GrantRow>({
      name: 'acquire',
      text: 'SELECT term, checkpoint, published FROM relay.acquire($1, $2, $3)',
      values: [this.name, this.holder, ttlMs],
    });
    const row = rows[0];
    return row && { term: row.term, checkpoint: row.checkpoint ?? undefined, published: Number(row.published) };
  }

  /** Keeps how far it has come; false when the term is over. */
  advance(term: string, reached: Position, published: number): Promise<boolean> {
    return this.ask('advance', 'SELECT relay.advance($1, $2, $3, $4, $5) AS done', [term, reached, published]);
  }

  /** Another may take it at once; false when the term was over. */
  release(term: string): Promise<boolean> {
    return this.ask('release', 'SELECT relay.release($1, $2, $3) AS done', [term]);
  }

  private async ask(name: string, text: string, values: readonly unknown[]): Promise<boolean> {
    const query = { name, text, values: [this.name, this.holder, ...values] };
    const { rows } = await this.pool.query<{ done: boolean | null }>(query);
    return rows[0]?.done === true;
  }
}
