import type { Clock, PlainDate } from '@mediation/kernel';
import type { DataSource } from 'typeorm';
import { rows, sql } from '../sql';

/** Counted again after so long in any case: an event that was parked and then let in may change a month unseen. */
const AT_MOST_MS = 5 * 60_000;

interface Known<Counts> {
  readonly version: string;
  readonly countedAt: number;
  readonly counts: Counts;
}

interface Version {
  readonly month: PlainDate;
  readonly version: string;
}

/**
 * Counts of disputes by the month they were registered in, kept until one of that month changes: of a million disputes all but the last
 * few months' stand still. A version is one look at an index.
 */
export class MonthCache<Counts> {
  private readonly known = new Map<PlainDate, Known<Counts>>();

  constructor(
    private readonly views: DataSource,
    private readonly clock: Clock,
    private readonly count: (months: readonly PlainDate[]) => Promise<ReadonlyMap<PlainDate, Counts>>,
  ) {}

  /** In the order of the months asked for. */
  async of(months: readonly PlainDate[]): Promise<readonly Counts[]> {
    // Looked at before counting: what comes in between is counted again the next time.
    const versions = await this.versions(months);
    const now = Date.parse(this.clock.now());
    const stale = versions.filter(({ month, version }) => !this.isFresh(month, version, now));
    if (stale.length > 0) {
      const counted = await this.count(stale.map(({ month }) => month));
      for (const { month, version } of stale) {
        const counts = counted.get(month);
        if (counts !== undefined) this.known.set(month, { version, countedAt: now, counts });
      }
    }
    return months.flatMap((month) => this.known.get(month)?.counts ?? []);
  }

  private isFresh(month: PlainDate, version: string, now: number): boolean {
    const known = this.known.get(month);
    return known?.version === version && Math.abs(now - known.countedAt) < AT_MOST_MS;
  }

  private versions(months: readonly PlainDate[]): Promise<readonly Version[]> {
    return rows<Version>(
      this.views,
      sql`SELECT m.month::text AS month, p.generation || ':' || coalesce(
            (SELECT max(f.changed) FROM views.funnel AS f WHERE f.registered_month = m.month), '') AS version
          FROM unnest(${months}::date[]) AS m (month), views.projections AS p WHERE p.name = 'funnel' AND p.state = 'live'`,
    );
  }
}
