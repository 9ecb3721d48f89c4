import type { Pool } from 'pg';
import { parsePosition, type Position } from '@mediation/event-store/port';
import { pause } from './pause';

/** Where a journal's relay is, whoever leads, as of the last look. */
export interface Lag {
  /** Everything up to here is published; undefined when nothing is. */
  readonly position: Position | undefined;
  /** Exact up to 10,000, above that an estimate. */
  readonly events: number;
  /** When the oldest of them was recorded, in milliseconds since 1970. */
  readonly oldestAt: number | undefined;
}

interface CountRow {
  readonly waiting: string;
  readonly recordedAt: string | null;
  readonly numbers: string | null;
}

const EXACT = 10_000;
const LOOK_MS = 1_000;
const BEGINNING = '0.0.0';

const AFTER = 'FROM journal.events WHERE (epoch, transaction_id, position) > ($1::int, $2::xid8, $3::bigint)';
const ORDER = 'ORDER BY epoch, transaction_id, position';
const LAST = 'ORDER BY epoch DESC, transaction_id DESC, position DESC';

/** Appends take their numbers from one sequence: not quite in the global order, but far behind they tell well enough how many. */
const COUNT = `
  SELECT (SELECT count(*) FROM (SELECT ${AFTER} ${ORDER} LIMIT ${EXACT}) AS e) AS waiting,
    (SELECT metadata->>'recordedAt' ${AFTER} ${ORDER} LIMIT 1) AS "recordedAt",
    (SELECT position - $3::bigint FROM journal.events ${LAST} LIMIT 1) AS numbers`;

/** Looks once a second at how much of the journal is not published yet. */
export class LagWatch {
  private last: Lag | undefined;
  private error: Error | undefined;
  private readonly watching: Promise<void>;

  constructor(
    private readonly pool: Pool,
    private readonly leaseName: string,
    closing: AbortSignal,
  ) {
    this.watching = this.watch(closing);
  }

  /** Undefined before the first look. */
  get lag(): Lag | undefined {
    return this.last;
  }

  /** Why the last look saw nothing. */
  get fault(): Error | undefined {
    return this.error;
  }

  /** Resolves when it has stopped looking, after `closing`. */
  ended(): Promise<void> {
    return this.watching;
  }

  private async watch(closing: AbortSignal): Promise<void> {
    while (!closing.aborted) {
      try {
        this.last = await this.look();
        this.error = undefined;
      } catch (error) {
        this.error = error as Error;
      }
      await pause(LOOK_MS, closing);
    }
  }

  private async look(): Promise<Lag> {
    const position = await this.checkpoint();
    const values = [...parsePosition(position ?? BEGINNING)];
    const { rows } = await this.pool.query<CountRow>({ name: 'lag', text: COUNT, values });
    const { waiting, recordedAt, numbers } = rows[0]!;
    const count = Number(waiting);
    return {
      position,
      events: count < EXACT ? count : Math.max(count, Number(numbers)),
      oldestAt: recordedAt === null ? undefined : Date.parse(recordedAt),
    };
  }

  private async checkpoint(): Promise<Position | undefined> {
    const { rows } = await this.pool.query<{ checkpoint: string | null }>({
      name: 'checkpoint',
      text: 'SELECT checkpoint FROM relay.leases WHERE name = $1',
      values: [this.leaseName],
    });
    return rows[0]?.checkpoint ?? undefined;
  }
}
