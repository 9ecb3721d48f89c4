import { DataSource } from 'typeorm';
import { DisputeEntity } from './dispute.entity';
import { HandoffEntity } from './handoff.entity';
import { TimelineEntryEntity } from './timeline-entry.entity';

/** What the queries read from; the tables are the migrations' business alone. */
export const viewsDataSource = (databaseUrl: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [DisputeEntity, HandoffEntity, TimelineEntryEntity],
    synchronize: false,
    logging: false,
    applicationName: 'center-queries',
    poolSize: 8,
    // A lost idle connection: the pool has dropped it, and the next query opens another.
    poolErrorHandler: () => undefined,
    extra: { statement_timeout: 15_000, connectionTimeoutMillis: 10_000 },
  });
