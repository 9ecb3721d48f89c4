import type { JsonObject } from '@mediation/kernel';
import {
  parsePosition,
  UnknownPosition,
  type CommandReceipt,
  type Position,
  type StoredEvent,
} from '@mediation/event-store/port';
import { COLUMN_TYPES, type Database } from './database';

type EventRow = [
  epoch: string,
  transaction: string,
  position: string,
  revision: string,
  id: string,
  stream: string,
  type: string,
  hash: string,
  data: JsonObject,
  metadata: JsonObject,
];
type HorizonRow = [epoch: string, transaction: string];

const COLUMNS = 'epoch, transaction_id, position, revision, event_id, stream, type, hash, data, metadata';
const BEGINNING = ['0', '0', '0'] as const;
const MAX_TRANSACTION = 2n ** 64n - 1n;
const MAX_POSITION = 2n ** 63n - 1n;

const toPosition = ([epoch, transaction, position]: EventRow): Position => `${epoch}.${transaction}.${position}`;

const toStored = (row: EventRow): StoredEvent => ({
  id: row[4],
  type: row[6],
  data: row[8],
  metadata: row[9],
  stream: row[5],
  revision: Number(row[3]),
  position: toPosition(row),
  hash: row[7].slice(2), // after the \x of bytea's text
});

/** Everything that is read; each statement of its own, so that it sees what was committed before the one before it ended. */
export class Reader {
  constructor(private readonly database: Database) {}

  async readStream(stream: string, fromRevision: number): Promise<readonly StoredEvent[]> {
    const rows = await this.select<EventRow>({
      name: 'read-stream',
      text: `SELECT ${COLUMNS} FROM journal.events WHERE stream = $1 AND revision >= $2 ORDER BY revision`,
      values: [stream, fromRevision],
    });
    return rows.map(toStored);
  }

  async readAll(after: Position | undefined, limit: number): Promise<readonly StoredEvent[]> {
    const from = after === undefined ? BEGINNING : parsePosition(after);
    const horizon = await this.horizon();
    if (after !== undefined) requireKnown(from, horizon);
    const rows = await this.select<EventRow>({
      name: 'read-all',
      text:
        `SELECT ${COLUMNS} FROM journal.events WHERE (epoch, transaction_id, position) > ($1, $2, $3) ` +
        'AND (epoch, transaction_id) < ($4, $5) ORDER BY epoch, transaction_id, position LIMIT $6',
      values: [...from, ...horizon, limit],
    });
    return rows.map(toStored);
  }

  async head(): Promise<Position | undefined> {
    const [row] = await this.select<EventRow>({
      name: 'head',
      text:
        'SELECT epoch, transaction_id, position FROM journal.events WHERE (epoch, transaction_id) < ($1, $2) ' +
        'ORDER BY epoch DESC, transaction_id DESC, position DESC LIMIT 1',
      values: [...(await this.horizon())],
    });
    return row && toPosition(row);
  }

  async lastRevision(stream: string): Promise<number | 'none'> {
    const [row] = await this.select<[string | null]>({
      name: 'last-revision',
      text: 'SELECT max(revision) FROM journal.events WHERE stream = $1',
      values: [stream],
    });
    return row?.[0] == null ? 'none' : Number(row[0]);
  }

  async receipt(key: string): Promise<CommandReceipt | undefined> {
    const [row] = await this.select<[string, string, JsonObject]>({
      name: 'receipt',
      text: 'SELECT key, fingerprint, answer FROM journal.receipts WHERE key = $1',
      values: [key],
    });
    return row && { key: row[0], fingerprint: row[1], answer: row[2] };
  }

  /**
   * Asked in a statement of its own: what is below it is final, so the next statement sees all of it.
   * The two must not be joined into one, which would read with a snapshot older than the horizon.
   */
  private async horizon(): Promise<HorizonRow> {
    const query = { name: 'horizon', text: 'SELECT epoch, transaction_id FROM journal.horizon()', values: [] };
    const [row] = await this.select<HorizonRow>(query);
    return row!;
  }

  private async select<Row extends unknown[]>(query: {
    name: string;
    text: string;
    values: readonly unknown[];
  }): Promise<readonly Row[]> {
    const { rows } = await this.database.query<Row>({
      ...query,
      values: [...query.values],
      rowMode: 'array',
      types: COLUMN_TYPES,
    });
    return rows;
  }
}

const requireKnown = (position: readonly [string, string, string], [lastEpoch]: HorizonRow): void => {
  const [epoch, transaction, minor] = position;
  const isKnown = Number(epoch) >= 1 && Number(epoch) <= Number(lastEpoch);
  const isInRange = BigInt(transaction) <= MAX_TRANSACTION && BigInt(minor) <= MAX_POSITION;
  if (!isKnown || !isInRange) throw new UnknownPosition('the store never gave out this position');
};
