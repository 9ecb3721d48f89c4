import type { DisputeType, RiskGrade } from '@mediation/dispute/domain';
import type { NextTask, RiskSign } from '@mediation/dispute/read-models';
import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { describedBody, type NameOfBody } from '../body-names';
import { today, within } from '../fields';
import { readsByFirewall, visible } from '../scope';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { ConcernAnswer, ConcernsAnswer } from './supervisions.answer';
import { CONCERNS, type Concern, type ConcernsQuery } from './supervisions.query';

/** Of each kind. */
const MOST_TOLD = 200;

interface ConcernRow {
  readonly dispute: string;
  readonly on: PlainDate;
  readonly total: number;
  readonly dispute_type: DisputeType;
  readonly place: string;
  readonly custodian: string;
  readonly risk_grade: RiskGrade | null;
  readonly supervised: boolean;
  readonly next_task: NextTask | null;
  readonly bounces: number | null;
  readonly signs: readonly RiskSign[] | null;
}

/** What each kind of concern is about: sources of rows with a dispute `d`, the day of it, and what else is told. */
const SOURCES: Readonly<Record<Concern, (asOf: PlainDate) => Sql>> = {
  overdue: (asOf) => sql`
    SELECT d.*, least(d.pending_reply_by, d.next_due, d.next_clock_due) AS on, NULL::int AS bounces, NULL::jsonb AS signs
    FROM views.disputes AS d
    WHERE d.phase <> 'closed' AND least(d.pending_reply_by, d.next_due, d.next_clock_due) < ${asOf}::date`,
  'bounced-twice': () => sql`
    SELECT d.*, b.on, b.bounces, NULL::jsonb AS signs
    FROM (
      SELECT dispute, max(settled_on) AS on, max(bounce) AS bounces FROM views.handoff_board WHERE bounce >= 2 GROUP BY 1
    ) AS b JOIN views.disputes AS d ON d.key = b.dispute
    WHERE d.phase <> 'closed'`,
  'risk-rising': () => sql`
    SELECT d.*, v.rising_on AS on, NULL::int AS bounces, v.signs
    FROM views.oversight AS v JOIN views.disputes AS d ON d.key = v.key
    WHERE v.rising_on IS NOT NULL AND d.phase <> 'closed'`,
};

/** What a superior should look at: what is late, what two bodies sent back, and where a risk rises. */
@Injectable()
export class ConcernsReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  async read(query: ConcernsQuery, caller: Principal): Promise<ConcernsAnswer> {
    const asOf = today(this.clock);
    // What is late, where it bounced and what is feared is told to no court and no police body (the evidence firewall).
    const kinds = readsByFirewall(caller) ? [] : CONCERNS;
    const found = await Promise.all(kinds.map(async (kind) => [kind, await this.of(kind, query, caller)] as const));
    const total = (kind: Concern): number => found.find(([each]) => each === kind)?.[1][0]?.total ?? 0;
    return {
      asOf,
      counts: { overdue: total('overdue'), bouncedTwice: total('bounced-twice'), riskRising: total('risk-rising') },
      items: found
        .filter(([kind]) => query.concern === undefined || query.concern === kind)
        .flatMap(([kind, concerns]) => concerns.map((row) => this.answer(kind, row))),
      more: found.some(([, concerns]) => (concerns[0]?.total ?? 0) > MOST_TOLD),
    };
  }

  /** The longest overdue, and the latest of the others, first. */
  private of(kind: Concern, { org }: ConcernsQuery, caller: Principal): Promise<readonly ConcernRow[]> {
    const order = kind === 'overdue' ? sql`ASC` : sql`DESC`;
    return rows<ConcernRow>(
      this.views,
      sql`SELECT d.key AS dispute, d.on::text, count(*) OVER ()::int AS total, d.dispute_type, d.place, d.custodian, d.risk_grade,
            d.supervised, d.next_task, d.bounces, d.signs
          FROM (${SOURCES[kind](today(this.clock))}) AS d WHERE ${visible(caller)} AND ${all(within(sql`d.custodian`, org))}
          ORDER BY d.on ${order}, d.key LIMIT ${MOST_TOLD}`,
    );
  }

  private answer(concern: Concern, row: ConcernRow): ConcernAnswer {
    return {
      dispute: row.dispute,
      type: row.dispute_type,
      place: row.place,
      custodian: describedBody(this.nameOf, row.custodian),
      closed: false,
      concern,
      on: row.on,
      ...(row.next_task !== null && { task: row.next_task }),
      ...(row.bounces !== null && { bounces: row.bounces }),
      signs: row.signs ?? [],
      riskGrade: row.risk_grade,
      supervised: row.supervised,
    };
  }
}
