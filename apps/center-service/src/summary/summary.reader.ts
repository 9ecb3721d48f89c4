import type { Channel, DisputeType } from '@mediation/dispute/domain';
import type { Clock, PlainDate, Tier } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { today, within } from '../fields';
import { boardOn, matching } from '../handoffs/board.sql';
import { visible } from '../scope';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, VIEWS } from '../tokens';
import { COUNTING_RULES } from './counting-rules';
import type { SummaryAnswer } from './summary.answer';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly org: string | undefined;
}

interface MediatedRow {
  readonly channel: Channel;
  readonly tier: Tier;
  readonly type: DisputeType;
  readonly mediated: number;
  readonly succeeded: number;
}
interface FactsRow {
  readonly cases: number;
  readonly people: number;
  readonly civil_to_criminal: number;
  readonly petitions: number;
}
interface HandoffsRow {
  readonly open: number;
  readonly overdue: number;
}

/** Disputes first accepted in the period, each with its latest acceptance up to the end of it. */
const mediatedIn = ({ from, to, org }: Period, caller: Principal): Sql => sql`
  WITH begun AS (
    SELECT f.dispute, d.dispute_type FROM views.mediation_facts AS f JOIN views.disputes AS d ON d.key = f.dispute
    WHERE f.kind = 'accepted' AND f.proceeding = 1 AND f.happened_on BETWEEN ${from}::date AND ${to}::date AND ${visible(caller)}
  ), latest AS (
    SELECT DISTINCT ON (f.dispute) f.dispute, begun.dispute_type, f.channel, f.tier, f.body
    FROM begun JOIN views.mediation_facts AS f ON f.dispute = begun.dispute
    WHERE f.kind = 'accepted' AND f.happened_on <= ${to}::date ORDER BY f.dispute, f.proceeding DESC
  )
  SELECT l.channel, l.tier, l.dispute_type AS type, count(*)::int AS mediated,
    count(*) FILTER (WHERE EXISTS (
      SELECT FROM views.mediation_facts AS a
      WHERE a.dispute = l.dispute AND a.kind = 'agreed' AND a.happened_on <= ${to}::date
    ))::int AS succeeded
  FROM latest AS l WHERE ${all(within(sql`l.body`, org))} GROUP BY 1, 2, 3`;

const factsIn = ({ from, to, org }: Period, caller: Principal): Sql => sql`
  SELECT count(*) FILTER (WHERE f.kind = 'emergency')::int AS cases,
    coalesce(sum(f.people) FILTER (WHERE f.kind = 'emergency'), 0)::int AS people,
    count(*) FILTER (WHERE f.risk = 'civil-to-criminal')::int AS civil_to_criminal,
    count(*) FILTER (WHERE f.risk IN ('petition', 'mass-petition'))::int AS petitions
  FROM views.mediation_facts AS f JOIN views.disputes AS d ON d.key = f.dispute
  WHERE f.kind IN ('emergency', 'averted') AND f.happened_on BETWEEN ${from}::date AND ${to}::date
    AND ${all(visible(caller), within(sql`f.body`, org))}`;

const openIn = ({ org }: Period, asOf: PlainDate, caller: Principal): Sql => sql`
  SELECT count(*)::int AS open, count(*) FILTER (WHERE b.is_overdue)::int AS overdue
  FROM (${boardOn({ asOf, caller, scope: 'open' })}) AS b WHERE ${matching({ org, state: 'open' })}`;

const sumOf = (counted: readonly MediatedRow[], figure: 'mediated' | 'succeeded' = 'mediated'): number =>
  counted.reduce((sum, row) => sum + row[figure], 0);

const sumsBy = (counted: readonly MediatedRow[], by: 'channel' | 'tier' | 'type'): Readonly<Record<string, number>> =>
  counted.reduce<Record<string, number>>(
    (sums, row) => ({ ...sums, [row[by]]: (sums[row[by]] ?? 0) + row.mediated }),
    {},
  );

const mediation = (counted: readonly MediatedRow[]) => ({
  mediated: sumOf(counted),
  succeeded: sumOf(counted, 'succeeded'),
  byChannel: sumsBy(counted, 'channel'),
  byTier: sumsBy(counted, 'tier'),
  byType: sumsBy(counted, 'type'),
  medical: sumOf(counted.filter(({ type }) => type === 'medical')),
});

const prevention = (facts: FactsRow | undefined) => ({
  massIncidents: { cases: facts?.cases ?? 0, people: facts?.people ?? 0 },
  civilToCriminalPrevented: facts?.civil_to_criminal ?? 0,
  petitionsAvoided: facts?.petitions ?? 0,
});

@Injectable()
export class SummaryReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(period: Period, caller: Principal): Promise<SummaryAnswer> {
    const now = today(this.clock);
    const asOf = period.to < now ? period.to : now;
    const [counted, [facts], [handoffs]] = await Promise.all([
      rows<MediatedRow>(this.views, mediatedIn(period, caller)),
      rows<FactsRow>(this.views, factsIn(period, caller)),
      rows<HandoffsRow>(this.views, openIn(period, asOf, caller)),
    ]);
    return {
      from: period.from,
      to: period.to,
      asOf,
      ...mediation(counted),
      ...prevention(facts),
      openHandoffs: handoffs?.open ?? 0,
      overdue: handoffs?.overdue ?? 0,
      rules: COUNTING_RULES,
    };
  }
}
