import { disputeViews } from '@mediation/dispute/read-models';
import type { RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { comparePositions, type EventStore, type Position } from '@mediation/event-store/port';
import { Projector, type EventReader, type ViewGroup } from '@mediation/projecting/engine';
import { PostgresViewStore } from '@mediation/projecting/postgres';
import { Logger } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { Pool } from 'pg';

/** Beyond this a view is simply far behind. */
const MOST_COUNTED = 1_000;

/** Every event of a dispute's stream is for these views; one that cannot be read parks the stream. */
export const disputeEvents: EventReader<RecordedDisputeEvent> = {
  reads: ({ stream }) => stream.startsWith('dispute-'),
  decode: (stored) => disputeCodec.decode(stored),
};

export const disputeViewGroup = (pool: Pool): ViewGroup<RecordedDisputeEvent> => ({
  views: new PostgresViewStore(
    pool,
    'live',
    disputeViews.map(({ name }) => name),
  ),
  projections: disputeViews,
  reader: disputeEvents,
});

export const projectionPool = (databaseUrl: string): Pool => {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'projector',
    max: 3,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  // An idle connection was lost; the pool has dropped it already.
  pool.on('error', () => undefined);
  return pool;
};

/** Keeps the centre's views up to date and tells who listens when they have moved. */
export class Projecting {
  private readonly logger = new Logger('projecting');
  private readonly moved = new EventEmitter().setMaxListeners(0);
  private readonly pool: Pool;
  private readonly projector: Projector<RecordedDisputeEvent>;
  readonly group: ViewGroup<RecordedDisputeEvent>;
  /** Events put into the views since the process began. */
  projected = 0;

  constructor(
    readonly events: EventStore,
    databaseUrl: string,
  ) {
    this.pool = projectionPool(databaseUrl);
    this.group = disputeViewGroup(this.pool);
    this.projector = new Projector({
      ...this.group,
      events,
      onProjected: (_, count) => {
        this.projected += count;
        this.moved.emit('moved');
      },
      onParked: ({ view, stream, revision, type, code }) =>
        this.logger.error({ msg: 'stream parked', view, stream, revision, type, code }),
      onFault: (error) =>
        this.logger.warn({
          msg: 'projecting failed, trying again',
          fault: (error as { code?: string }).code ?? error.name,
        }),
    });
  }

  start(): void {
    this.projector.start();
  }

  status() {
    return this.projector.status();
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
    await this.projector.close();
    await this.pool.end();
  }
}
