import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { within } from '../fields';
import { MonthCache } from '../funnel/month-cache';
import { areaAskedFor, registeredInSight } from '../funnel/registered-scope';
import { all, sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import { countSpots, type MonthSpots } from './spots';

/** Disputes by month, place and type, as far as the caller sees them. */
@Injectable()
export class SpotCounts {
  private readonly cache: MonthCache<MonthSpots>;

  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.cache = new MonthCache(views, clock, (months) => countSpots(views, months));
  }

  async of(months: readonly PlainDate[], org: string | undefined, caller: Principal): Promise<readonly MonthSpots[]> {
    const area = areaAskedFor(caller, org);
    if (area === undefined) {
      const where = all(registeredInSight(caller), within(sql`f.body`, org));
      return [...(await countSpots(this.views, months, where)).values()];
    }
    const counted = await this.cache.of(months);
    return counted.map(({ month, cells }) => ({
      month,
      cells: cells.filter(({ township }) => township.startsWith(area)),
    }));
  }
}
