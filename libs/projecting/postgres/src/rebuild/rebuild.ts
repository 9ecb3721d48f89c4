import { Pool, type ClientBase } from 'pg';
import { comparePositions, type EventStore, type Position, type StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import { applyBatch, type EventReader, type Projection, type ViewGroup } from '@mediation/projecting/engine';
import type { ViewTable } from '../view-table';
import { PostgresViewStore } from '../view-store';
import { contentOf, differencesBetween, fixTimeZone, type Content, type Difference } from './compare-generations';
import { createNext, dropOthers, goLive, liveOf, type Live } from './generations';
import { shareOf } from './progress';

export interface RebuildOptions<Event extends Recorded<Message>> {
  /** The login that owns the tables: a rebuild makes and drops one. */
  readonly ownerUrl: string;
  readonly events: EventStore;
  readonly projection: Projection<object, Event>;
  readonly reader: EventReader<Event>;
  /** Compare, and leave the live one as it is. */
  readonly check?: boolean;
  readonly onProgress?: (progress: { readonly events: number; readonly share: number }) => void;
}

export interface Rebuilt {
  readonly view: string;
  readonly events: number;
  readonly before: Content;
  readonly after: Content;
  /** The first of them; none when both are the same to the byte. */
  readonly differences: readonly Difference[];
  readonly parked: number;
  /** The generation that is live now. */
  readonly generation: number;
}

export class RebuildRunning extends Error {
  readonly code = 'rebuild-running';
  constructor(readonly view: string) {
    super(`view ${view} is being rebuilt already`);
  }
}

const PAGE = 2_000;

class Rebuild<Event extends Recorded<Message>> {
  private readonly building: ViewGroup<Event>;
  private after: Position | undefined;
  private projected = 0;

  constructor(
    private readonly options: RebuildOptions<Event>,
    private readonly pool: Pool,
    private readonly client: ClientBase,
  ) {
    const { projection, reader } = options;
    this.building = { views: new PostgresViewStore(pool, 'building'), projections: [projection], reader };
  }

  async run(): Promise<Rebuilt> {
    const { projection } = this.options;
    const live = await liveOf(this.client, projection.name);
    await dropOthers(this.client, live);
    const next = await createNext(this.client, live, projection.version);
    try {
      await this.catchUp();
      return await this.compareAndSwitch(next);
    } finally {
      await dropOthers(this.client, await liveOf(this.client, projection.name));
    }
  }

  /** Most of the way while the live view goes on, so that it has to wait only for the last events. */
  private async catchUp(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      const before = this.projected;
      const target = await this.targetFor(await liveOf(this.client, this.options.projection.name));
      if (target !== undefined) await this.projectTo(target);
      if (this.projected - before < PAGE) return;
    }
  }

  /** As far as the live view is, to compare with it; to the end when it is of another version or was never begun. */
  private targetFor(live: Live): Promise<Position | undefined> {
    const isComparable = live.version === this.options.projection.version && live.checkpoint !== null;
    return isComparable ? Promise.resolve(live.checkpoint ?? undefined) : this.options.events.head();
  }

  private async projectTo(target: Position): Promise<void> {
    while (this.after === undefined || comparePositions(this.after, target) < 0) {
      const page = await this.options.events.readAll({ after: this.after, limit: PAGE });
      const events = page.filter(({ position }) => comparePositions(position, target) <= 0);
      if (events.length === 0) return;
      await this.project(events);
      this.options.onProgress?.({ events: this.projected, share: shareOf(this.after, target) });
    }
  }

  private async project(events: readonly StoredEvent[]): Promise<void> {
    await applyBatch(this.building, { events, after: this.after });
    this.after = events[events.length - 1]!.position;
    this.projected += events.length;
  }

  private async compareAndSwitch(next: ViewTable): Promise<Rebuilt> {
    const { projection, check = false } = this.options;
    await this.client.query(`BEGIN; SET LOCAL lock_timeout TO '30s'`);
    try {
      await fixTimeZone(this.client);
      const live = await liveOf(this.client, projection.name, 'lock');
      const target = await this.targetFor(live);
      if (target !== undefined) await this.projectTo(target);
      const report = await this.compare(live, next);
      if (!check) await goLive(this.client, next);
      await this.client.query('COMMIT');
      return { ...report, generation: check ? live.generation : next.generation };
    } catch (error) {
      await this.client.query('ROLLBACK');
      throw error;
    }
  }

  private async compare(before: ViewTable, after: ViewTable): Promise<Omit<Rebuilt, 'generation'>> {
    const [was, is] = [await contentOf(this.client, before), await contentOf(this.client, after)];
    const parked = await this.client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM views.parked WHERE view = $1 AND generation = $2',
      [after.name, after.generation],
    );
    return {
      view: after.name,
      events: this.projected,
      before: was,
      after: is,
      differences: was.digest === is.digest ? [] : await differencesBetween(this.client, { before, after }),
      parked: parked.rows[0]!.count,
    };
  }
}

/**
 * Makes a view again from the first event, into the next generation beside the live one, compares the two at the same
 * position, and puts the next in the place of the live one at once. What a killed rebuild leaves, the next one removes.
 * @throws RebuildRunning, ViewUnknown
 */
export const rebuild = async <Event extends Recorded<Message>>(options: RebuildOptions<Event>): Promise<Rebuilt> => {
  const pool = new Pool({ connectionString: options.ownerUrl, application_name: 'rebuild', max: 3 });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  client.on('error', () => undefined);
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('mediation:rebuild:' || $1, 0)) AS mine`,
      [options.projection.name],
    );
    if (rows[0]?.mine !== true) throw new RebuildRunning(options.projection.name);
    return await new Rebuild(options, pool, client).run();
  } finally {
    client.release(true);
    await pool.end();
  }
};
