import { OPEN_HANDOFF_STATES, remainingTo, urgencyOf, type HandoffRow } from '@mediation/dispute/read-models';
import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { today } from '../fields';
import { pageOf, readCursor } from '../paging';
import { all, rows, sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { boardOn, matching } from './board.sql';
import type { HandoffFilters, HandoffsQuery } from './handoffs.query';

const OPEN: readonly HandoffRow['state'][] = OPEN_HANDOFF_STATES;

interface BoardRow {
  readonly key: string;
  readonly sorted: string;
  readonly dispute: string;
  readonly handoff: string;
  readonly kind: HandoffRow['kind'];
  readonly reason: HandoffRow['reason'];
  readonly from_body: string;
  readonly from_tier: HandoffRow['from_tier'];
  readonly from_channel: HandoffRow['from_channel'] | null;
  readonly to_body: string;
  readonly to_tier: HandoffRow['to_tier'];
  readonly to_channel: HandoffRow['to_channel'] | null;
  readonly state_then: HandoffRow['state'];
  readonly offered_at: Date;
  readonly acknowledged_at: Date | null;
  readonly settled_at: Date | null;
  readonly settled_on: PlainDate | null;
  readonly acknowledged_on: PlainDate | null;
  readonly reply_by: PlainDate;
  readonly return_reason: HandoffRow['return_reason'] | null;
  readonly bounce: number | null;
  readonly dispute_type: string;
  readonly place: string;
  readonly is_overdue: boolean;
  readonly age: number;
}

interface CountRow {
  readonly from: string;
  readonly to: string;
  readonly offered: number;
  readonly open: number;
  readonly accepted: number;
  readonly returned: number;
  readonly withdrawn: number;
  readonly lapsed: number;
  readonly overdue: number;
}

const COUNTS = sql`
  count(*)::int AS offered,
  count(*) FILTER (WHERE b.is_open)::int AS open,
  count(*) FILTER (WHERE b.state_then = 'accepted')::int AS accepted,
  count(*) FILTER (WHERE b.state_then = 'returned')::int AS returned,
  count(*) FILTER (WHERE b.state_then = 'withdrawn')::int AS withdrawn,
  count(*) FILTER (WHERE b.state_then = 'lapsed')::int AS lapsed,
  count(*) FILTER (WHERE b.is_overdue)::int AS overdue`;

/** Dates are read as text: a driver's Date would take them as midnight of the server's own zone. */
const ITEM = sql`
  b.key, b.offered_at::text AS sorted, b.dispute, b.handoff, b.kind, b.reason, b.from_body, b.from_tier, b.from_channel,
  b.to_body, b.to_tier, b.to_channel, b.state_then, b.offered_at, b.acknowledged_at, b.settled_at,
  b.settled_on::text, b.acknowledged_on::text, b.reply_by::text, b.return_reason, b.bounce, b.dispute_type, b.place,
  b.is_overdue, b.age`;

@Injectable()
export class HandoffsReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** The newest offers first. */
  async list(query: HandoffsQuery, caller: Principal) {
    const asOf = query.asOf ?? today(this.clock);
    const cursor = readCursor(query.cursor);
    const from = cursor && sql`(b.offered_at, b.key) < (${cursor[0]}::timestamptz, ${cursor[1]})`;
    const found = await rows<BoardRow>(
      this.views,
      sql`SELECT ${ITEM} FROM (${boardOn(asOf, caller)}) AS b WHERE ${all(matching(query), from)}
          ORDER BY b.offered_at DESC, b.key DESC LIMIT ${query.limit + 1}`,
    );
    return { asOf, ...pageOf(found, query.limit, (row) => this.answer(row, asOf)) };
  }

  /** Those of one dispute, in the order they were offered, as they are now. */
  async ofDispute(dispute: string, caller: Principal) {
    const asOf = today(this.clock);
    const found = await rows<BoardRow>(
      this.views,
      sql`SELECT ${ITEM} FROM (${boardOn(asOf, caller)}) AS b WHERE b.dispute = ${dispute} ORDER BY b.offered_at, b.key`,
    );
    return found.map((row) => this.answer(row, asOf));
  }

  async matrix(filters: HandoffFilters, caller: Principal) {
    const asOf = filters.asOf ?? today(this.clock);
    const count = (from: 'tier' | 'channel') => {
      const [left, right] =
        from === 'tier' ? [sql`b.from_tier`, sql`b.to_tier`] : [sql`b.from_channel`, sql`b.to_channel`];
      return rows<CountRow>(
        this.views,
        sql`SELECT coalesce(${left}, 'none') AS "from", coalesce(${right}, 'none') AS "to", ${COUNTS}
            FROM (${boardOn(asOf, caller)}) AS b WHERE ${matching(filters)} GROUP BY 1, 2 ORDER BY 1, 2`,
      );
    };
    const [byTier, byChannel] = await Promise.all([count('tier'), count('channel')]);
    return { asOf, total: byTier.reduce(sum, NOTHING), byTier, byChannel };
  }

  private answer(row: BoardRow, asOf: PlainDate) {
    return {
      id: row.handoff,
      dispute: row.dispute,
      disputeType: row.dispute_type,
      place: row.place,
      kind: row.kind,
      reason: row.reason,
      from: { ...bodyAnswer(this.nameOf, row.from_body), tier: row.from_tier, channel: row.from_channel },
      to: { ...bodyAnswer(this.nameOf, row.to_body), tier: row.to_tier, channel: row.to_channel },
      state: row.state_then,
      offeredAt: row.offered_at.toISOString(),
      ...acknowledgement(row, asOf),
      ...settlement(row, asOf),
      replyBy: row.reply_by,
      ageDays: row.age,
      overdue: row.is_overdue,
      ...standing(row, asOf),
    };
  }
}

/** How long the receiver still has; nothing of what is settled. */
const standing = (row: BoardRow, asOf: PlainDate) => {
  if (!OPEN.includes(row.state_then)) return {};
  const remaining = remainingTo(row.reply_by, asOf);
  return { remaining, urgency: urgencyOf(remaining) };
};

/** What was not known yet on that day is left out. */
const acknowledgement = ({ acknowledged_at: at, acknowledged_on: on }: BoardRow, asOf: PlainDate) =>
  at !== null && on !== null && on <= asOf ? { acknowledgedAt: at.toISOString() } : {};

const settlement = (row: BoardRow, asOf: PlainDate) =>
  row.settled_at === null || row.settled_on === null || row.settled_on > asOf
    ? {}
    : {
        settledAt: row.settled_at.toISOString(),
        ...(row.return_reason !== null && { returnReason: row.return_reason }),
        ...(row.bounce !== null && { bounce: row.bounce }),
      };

type Counts = Omit<CountRow, 'from' | 'to'>;
const NOTHING: Counts = { offered: 0, open: 0, accepted: 0, returned: 0, withdrawn: 0, lapsed: 0, overdue: 0 };
const sum = (total: Counts, row: CountRow): Counts => ({
  offered: total.offered + row.offered,
  open: total.open + row.open,
  accepted: total.accepted + row.accepted,
  returned: total.returned + row.returned,
  withdrawn: total.withdrawn + row.withdrawn,
  lapsed: total.lapsed + row.lapsed,
  overdue: total.overdue + row.overdue,
});
