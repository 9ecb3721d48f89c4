import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { today, within } from '../fields';
import { readsByFirewall } from '../scope';
import { all, sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import { countMonths, inArea, type MonthCells } from './cells';
import { figuresOf, flowsOf } from './figures';
import type { FunnelAnswer } from './funnel.answer';
import { FUNNEL_RULES } from './funnel-rules';
import type { FunnelQuery } from './funnel.query';
import { MonthCache } from './month-cache';
import { lastDayOf, monthOf, monthsBefore, monthsFrom, shiftMonth, stepsOf, yearEarlier, type Months } from './months';
import { areaAskedFor, registeredInSight } from './registered-scope';

/** The months of a period asked for; the last twelve where nothing is said. */
export const periodOf = (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: PlainDate,
): Months => {
  const last = monthOf(to ?? (from !== undefined && from > now ? from : now));
  return { from: from ?? shiftMonth(last, -11), to: last };
};

type Period = FunnelAnswer['previous'];

@Injectable()
export class FunnelReader {
  private readonly cache: MonthCache<MonthCells>;

  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.cache = new MonthCache(views, clock, (months) => countMonths(views, months));
  }

  async read({ from, to, org, step }: FunnelQuery, caller: Principal): Promise<FunnelAnswer> {
    const now = today(this.clock);
    const period = periodOf({ from, to }, now);
    const before = monthsBefore(period);
    const year = yearEarlier(period);
    const months = [...new Set([period, before, year].flatMap((each) => monthsFrom(each.from, each.to)))];
    const counted = await this.count(months, org, caller);
    const cellsOf = (span: Months) => counted.filter(({ month }) => span.from <= month && month <= span.to);
    const told = (span: Months, until = span.to): Period => ({
      from: span.from,
      to: lastDayOf(span.to),
      figures: figuresOf(cellsOf(span), until),
    });
    const end = lastDayOf(period.to);
    return {
      ...told(period),
      ...(org !== undefined && { org }),
      asOf: end < now ? end : now,
      complete: end < now,
      flows: [...flowsOf(cellsOf(period), period.to)],
      steps: stepsOf(period, step).map((span) => told(span, period.to)),
      previous: told(before),
      yearEarlier: told(year),
      rules: [...FUNNEL_RULES],
    };
  }

  /** Whole townships from what is kept counted; single bodies, of which there is little, anew. */
  private async count(months: readonly PlainDate[], org: string | undefined, caller: Principal) {
    const area = areaAskedFor(caller, org);
    if (area !== undefined) return (await this.cache.of(months)).map((each) => inArea(each, area));
    const where = all(registeredInSight(caller), within(sql`f.body`, org));
    const counted = [...(await countMonths(this.views, months, where)).values()];
    // Courts and police know of their own handoffs alone.
    return readsByFirewall(caller) ? counted.map((each) => ({ ...each, moves: [] })) : counted;
  }
}
