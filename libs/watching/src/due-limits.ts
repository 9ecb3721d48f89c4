import type { Instant } from '@mediation/kernel';
import type { Pool } from 'pg';

/** A time limit that has run out, as the view has it. */
export interface DueLimit {
  readonly dispute: string;
  readonly clock: string;
  readonly lapsedAt: Instant;
  readonly custodian: string;
}

const DUE = `
  SELECT key AS dispute, next_clock AS clock, next_lapse_at AS "lapsedAt", state->'file'->>'custodian' AS custodian
  FROM views.time_limits WHERE next_lapse_at <= $1 AND key <> ALL($3) ORDER BY next_lapse_at, key LIMIT $2`;

export interface DueQuery {
  readonly now: Instant;
  readonly most: number;
  /** Disputes that are not asked for. */
  readonly except: readonly string[];
}

/** What has run out by then, the earliest first. */
export const dueLimits = async (pool: Pool, { now, most, except }: DueQuery): Promise<readonly DueLimit[]> => {
  const { rows } = await pool.query<Omit<DueLimit, 'lapsedAt'> & { lapsedAt: Date }>(DUE, [now, most, except]);
  return rows.map((row) => ({ ...row, lapsedAt: row.lapsedAt.toISOString() }));
};
