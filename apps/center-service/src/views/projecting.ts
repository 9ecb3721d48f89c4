import { comparePositions, type EventStore, type Position } from '@mediation/event-store/port';
import { oldestOf, Projector, type ProjectorStatus, type ViewStore } from '@mediation/projecting/engine';
import { PostgresViewStore } from '@mediation/projecting/postgres';
import { Logger } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Pool } from 'pg';
import { VIEW_CONTEXTS, VIEW_NAMES, viewGroupOf, type ViewContext } from './contexts';

/** Beyond this a view is simply far behind. */
const MOST_COUNTED = 1_000;

export const projectionPool = (databaseUrl: string): Pool => {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'projector',
    // One for each context, and two for those who ask how they stand.
    max: VIEW_CONTEXTS.length + 2,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  // An idle connection was lost; the pool has dropped it already.
  pool.on('error', () => undefined);
  return pool;
};

/** Keeps the centre's views up to date, context by context, and tells who listens when they have moved. */
export class Projecting {
  private readonly logger = new Logger('projecting');
  private readonly moved = new EventEmitter().setMaxListeners(0);
  private readonly pool: Pool;
  private readonly projectors: readonly Projector[];
  /** How all of them stand. */
  readonly views: ViewStore;
  /** Events put into the views since the process began. */
  projected = 0;

  constructor(
    readonly events: EventStore,
    databaseUrl: string,
  ) {
    this.pool = projectionPool(databaseUrl);
    this.views = new PostgresViewStore(this.pool, 'live', VIEW_NAMES);
    this.projectors = VIEW_CONTEXTS.map((context) => this.projectorOf(context));
  }

  private projectorOf(context: ViewContext): Projector {
    return new Projector({
      ...viewGroupOf(context, this.pool),
      events: this.events,
      onProjected: (_, count) => {
        if (count === 0) return;
        this.projected += count;
        this.moved.emit('moved');
      },
      onParked: ({ view, stream, revision, type, code }) =>
        this.logger.error({ msg: 'stream parked', view, stream, revision, type, code }),
      onFault: (error) =>
        this.logger.warn({
          msg: 'projecting failed, trying again',
          context: context.category,
          fault: (error as { code?: string }).code ?? error.name,
        }),
    });
  }

  start(): void {
    this.projectors.forEach((projector) => projector.start());
  }

  /** Of the one that stands worst, and as far as all of them are. */
  status(): ProjectorStatus {
    const statuses = this.projectors.map((projector) => projector.status());
    const state = WORST_FIRST.find((each) => statuses.some((status) => status.state === each)) ?? 'following';
    return {
      state,
      fault: statuses.find(({ fault }) => fault !== undefined)?.fault,
      position: oldestOf(statuses.map(({ position }) => position)),
      stale: statuses.flatMap(({ stale }) => stale),
    };
  }

  /** Events between the two, `1000` standing for as many or more. */
  async behind(checkpoint: Position | undefined, head: Position | undefined): Promise<number> {
    if (head === undefined) return 0;
    if (checkpoint !== undefined && comparePositions(checkpoint, head) >= 0) return 0;
    return (await this.events.readAll({ after: checkpoint, limit: MOST_COUNTED })).length;
  }

  /** Listens until the answer is called. */
  onMoved(listener: () => void): () => void {
    this.moved.on('moved', listener);
    return () => void this.moved.off('moved', listener);
  }

  async close(): Promise<void> {
    await Promise.all(this.projectors.map((projector) => projector.close()));
    await this.pool.end();
  }
}

const WORST_FIRST: readonly ProjectorStatus['state'][] = ['closed', 'starting', 'failing'];
