import type { RecordedDisputeEvent } from '@mediation/dispute/domain';
import { timeLimits } from '@mediation/dispute/read-models';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { ViewGroup } from '@mediation/projecting/engine';
import { PostgresViewStore } from '@mediation/projecting/postgres';
import type { Pool } from 'pg';

/** The one view that the watcher keeps, of the journal it sits beside. */
export const timeLimitGroup = (pool: Pool): ViewGroup<RecordedDisputeEvent> => ({
  views: new PostgresViewStore(pool, 'live', [timeLimits.name]),
  projections: [timeLimits],
  reader: {
    reads: ({ stream }) => stream.startsWith('dispute-'),
    decode: (stored) => disputeCodec.decode(stored),
  },
});
