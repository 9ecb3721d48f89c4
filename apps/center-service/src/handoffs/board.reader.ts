import { addDays, type Clock, type PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { describedBody, type NameOfBody } from '../body-names';
import { today, within } from '../fields';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { boardOn, colourOn, matching } from './board.sql';
import type { BodiesAnswer, Counts, MatrixAnswer } from './handoffs.answer';
import type { BodiesQuery, MatrixQuery } from './handoffs.query';

/** How far back what is settled is counted, unless told otherwise. */
const PERIOD_DAYS = 90;
/** Busiest first, so what is left out has nothing open. */
const MOST_BODIES = 500;

type CountRow = Omit<Counts, 'colours' | 'age'> &
  Counts['colours'] & { readonly oldest: number | null; readonly median: number | null };

interface CellRow extends CountRow {
  readonly of: 'tier' | 'channel' | 'total';
  readonly from: string;
  readonly to: string;
}

interface BodyRow extends Omit<BodiesAnswer['items'][number], 'body' | 'name' | 'kind' | 'tier'> {
  readonly body: string;
}

const countsOf = ({ red, orange, yellow, green, oldest, median, ...counts }: CountRow): Counts => ({
  ...counts,
  colours: { red, orange, yellow, green },
  age: oldest === null || median === null ? null : { oldest, median },
});

const cellOf = ({ of: _, from, to, ...counts }: CellRow) => ({ from, to, ...countsOf(counts) });

const COUNTS = sql`
  count(*)::int AS offered,
  count(*) FILTER (WHERE b.is_open)::int AS open,
  count(*) FILTER (WHERE b.state_then = 'accepted')::int AS accepted,
  count(*) FILTER (WHERE b.state_then = 'returned')::int AS returned,
  count(*) FILTER (WHERE b.state_then = 'withdrawn')::int AS withdrawn,
  count(*) FILTER (WHERE b.state_then = 'lapsed')::int AS lapsed,
  count(*) FILTER (WHERE b.is_overdue)::int AS overdue,
  count(*) FILTER (WHERE b.is_open AND NOT b.is_acknowledged)::int AS unacknowledged,
  count(*) FILTER (WHERE b.state_then = 'returned' AND b.bounce >= 2)::int AS "bouncedTwice"`;

const dueOn = (day: PlainDate) => sql`count(*) FILTER (WHERE b.is_open AND b.reply_by = ${day}::date)::int`;

const byColour = sql`
  count(*) FILTER (WHERE b.colour = 'red')::int AS red,
  count(*) FILTER (WHERE b.colour = 'orange')::int AS orange,
  count(*) FILTER (WHERE b.colour = 'yellow')::int AS yellow,
  count(*) FILTER (WHERE b.colour = 'green')::int AS green`;

const AGE = sql`
  max(b.age) FILTER (WHERE b.is_open)::int AS oldest,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY b.age) FILTER (WHERE b.is_open) AS median`;

const ENDS = { acknowledged_at: sql`b.acknowledged_at`, settled_at: sql`b.settled_at` };

/** Hours from the offer, to the tenth. */
const median = (end: keyof typeof ENDS, of: Sql): Sql => sql`
  round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${ENDS[end]} - b.offered_at) / 3600)
    FILTER (WHERE ${of}))::numeric, 1)::float8`;

@Injectable()
export class BoardReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** From × to by tier and by channel, counted in one reading. */
  async matrix(query: MatrixQuery, caller: Principal): Promise<MatrixAnswer> {
    const { asOf, since } = this.period(query);
    const found = await rows<CellRow>(
      this.views,
      sql`SELECT CASE WHEN grouping(b.from_tier) = 0 THEN 'tier' WHEN grouping(b.from_channel) = 0 THEN 'channel' ELSE 'total' END AS "of",
            coalesce(b.from_tier, b.from_channel, 'none') AS "from", coalesce(b.to_tier, b.to_channel, 'none') AS "to",
            ${COUNTS}, ${dueOn(asOf)} AS "dueToday", ${dueOn(addDays(asOf, 1))} AS "dueTomorrow", ${byColour}, ${AGE}
          FROM (SELECT b.*, ${colourOn(asOf)} AS colour FROM (${boardOn({ asOf, caller, scope: { since } })}) AS b) AS b
          WHERE ${matching(query)}
          GROUP BY GROUPING SETS ((b.from_tier, b.to_tier), (b.from_channel, b.to_channel), ()) ORDER BY 1, 2, 3`,
    );
    const of = (which: CellRow['of']) => found.filter((row) => row.of === which).map(cellOf);
    const { from: _, to: __, ...total } = of('total')[0]!;
    return { asOf, since, total, byTier: of('tier'), byChannel: of('channel') };
  }

  /** Each receiver with what it has to answer and how long it takes, the most overdue first. */
  async bodies(query: BodiesQuery, caller: Principal): Promise<BodiesAnswer> {
    const { asOf, since } = this.period(query);
    const found = await rows<BodyRow>(this.views, this.bodiesSql({ ...query, asOf, since }, caller));
    const items = found
      .slice(0, MOST_BODIES)
      .map(({ body, ...counts }) => ({ ...describedBody(this.nameOf, body), ...counts }));
    return { asOf, since, items, more: found.length > MOST_BODIES };
  }

  private bodiesSql({ org, asOf, since }: BodiesQuery & { asOf: PlainDate; since: PlainDate }, caller: Principal) {
    const acknowledged = sql`b.is_acknowledged AND b.acknowledged_on >= ${since}::date`;
    return sql`
      SELECT b.to_body AS body,
        count(*) FILTER (WHERE b.is_open)::int AS open,
        count(*) FILTER (WHERE b.is_overdue)::int AS overdue,
        count(*) FILTER (WHERE b.is_open AND NOT b.is_acknowledged)::int AS unacknowledged,
        count(*)::int AS received,
        count(*) FILTER (WHERE b.state_then = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE b.state_then = 'returned')::int AS returned,
        count(*) FILTER (WHERE b.state_then = 'lapsed')::int AS lapsed,
        count(*) FILTER (WHERE b.state_then = 'returned' AND b.bounce >= 2)::int AS "bouncedTwice",
        ${median('acknowledged_at', acknowledged)} AS "medianHoursToAcknowledge",
        count(*) FILTER (WHERE ${acknowledged})::int AS "acknowledgedCount",
        ${median('settled_at', sql`b.state_then = 'accepted'`)} AS "medianHoursToAccept",
        count(*) FILTER (WHERE b.state_then = 'accepted')::int AS "acceptedCount"
      FROM (${boardOn({ asOf, caller, scope: { since } })}) AS b WHERE ${all(within(sql`b.to_body`, org))}
      GROUP BY 1 ORDER BY overdue DESC, open DESC, received DESC, 1 LIMIT ${MOST_BODIES + 1}`;
  }

  private period({
    asOf = today(this.clock),
    since = addDays(asOf, -PERIOD_DAYS),
  }: Pick<MatrixQuery, 'asOf' | 'since'>) {
    return { asOf, since };
  }
}
