import { sql, type Sql } from '../sql';

export const DELIVER = 'deliver-webhooks';

export interface StreamKey {
  readonly subscription: string;
  readonly dispute: string;
}

/**
 * A job for each of those streams (columns subscription, dispute, next_attempt_at), in the transaction that says what is due. A stream
 * has one job that waits, whatever comes; while one runs, another may be added, and finds the stream claimed or told.
 */
export const enqueue = (streams: Sql): Sql => sql`
  SELECT count(*)::int AS jobs FROM graphile_worker.add_jobs((
    SELECT array_agg(ROW(${DELIVER}::text, json_build_object('subscription', due.subscription, 'dispute', due.dispute),
      NULL, due.next_attempt_at, 3, due.subscription || '/' || due.dispute, 0, NULL)::graphile_worker.job_spec)
    FROM (${streams}) AS due))`;
