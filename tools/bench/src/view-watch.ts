import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const LOOK_EVERY_MS = 5;

const CHECKPOINT = {
  name: 'checkpoint',
  text: `SELECT checkpoint FROM views.projections WHERE name = 'disputes' AND state = 'live'`,
  rowMode: 'array' as const,
};
const ROWS = { name: 'rows', text: 'SELECT key, revision FROM views.disputes_1 WHERE key = ANY ($1)' };

interface Awaited {
  readonly id: string;
  readonly revision: number;
  readonly since: number;
}

/**
 * Sees when what was answered stands in the view of disputes. It looks every five milliseconds at the view's checkpoint, one row
 * that is written with every batch, and asks for the rows it waits for only when that has moved; for a new one also at once.
 */
export class ViewWatch {
  /** Milliseconds from each answer to its row. */
  readonly delays: number[] = [];
  private fresh: Awaited[] = [];
  private waiting: Awaited[] = [];
  private checkpoint: unknown;
  private isEnding = false;
  private readonly watching: Promise<void>;

  private constructor(private readonly client: Client) {
    this.watching = this.watch();
    this.watching.catch(() => undefined); // Seen when the end is awaited.
  }

  static async start(databaseUrl: string): Promise<ViewWatch> {
    const client = new Client({ connectionString: databaseUrl });
    client.on('error', () => undefined); // The query under way tells of it.
    await client.connect();
    return new ViewWatch(client);
  }

  answered(id: string, revision: number): void {
    this.fresh.push({ id, revision, since: performance.now() });
  }

  /** Resolves when everything has been seen. */
  async end(): Promise<readonly number[]> {
    this.isEnding = true;
    await this.watching;
    await this.client.end();
    return this.delays;
  }

  private async watch(): Promise<void> {
    while (!this.isEnding || this.fresh.length + this.waiting.length > 0) {
      await this.look();
      await delay(LOOK_EVERY_MS);
    }
  }

  private async look(): Promise<void> {
    const { rows } = await this.client.query<[string | null]>(CHECKPOINT);
    const hasMoved = rows[0]?.[0] !== this.checkpoint;
    this.checkpoint = rows[0]?.[0];
    const asked = this.fresh.splice(0);
    const others = hasMoved ? this.waiting.splice(0) : [];
    if (asked.length + others.length > 0) this.waiting.push(...(await this.unseen([...others, ...asked])));
  }

  private async unseen(asked: readonly Awaited[]): Promise<readonly Awaited[]> {
    const { rows } = await this.client.query<{ key: string; revision: number }>({
      ...ROWS,
      values: [asked.map(({ id }) => id)],
    });
    const now = performance.now();
    const seen = new Map(rows.map(({ key, revision }) => [key, revision]));
    const isSeen = ({ id, revision }: Awaited) => (seen.get(id) ?? -1) >= revision;
    this.delays.push(...asked.filter(isSeen).map(({ since }) => now - since));
    return asked.filter((each) => !isSeen(each));
  }
}
