import { OPEN_HANDOFF_STATES, remainingTo, urgencyOf, type HandoffRow } from '@mediation/dispute/read-models';
import type { Clock, PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { today } from '../fields';
import { pageOf, readCursor } from '../paging';
import { all, rows, sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import { boardOn, matching } from './board.sql';
import type { HandoffAnswer, handoffsAnswer } from './handoffs.answer';
import type { HandoffsQuery } from './handoffs.query';

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
  readonly from_channel: NonNullable<HandoffRow['from_channel']> | null;
  readonly to_body: string;
  readonly to_tier: HandoffRow['to_tier'];
  readonly to_channel: NonNullable<HandoffRow['to_channel']> | null;
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

/** Dates are read as text: a driver's Date would take them as midnight of the server's own zone. */
const ITEM = sql`
  b.key, b.dispute, b.handoff, b.kind, b.reason, b.from_body, b.from_tier, b.from_channel,
  b.to_body, b.to_tier, b.to_channel, b.state_then, b.offered_at, b.acknowledged_at, b.settled_at,
  b.settled_on::text, b.acknowledged_on::text, b.reply_by::text, b.return_reason, b.bounce, b.dispute_type, b.place,
  b.is_overdue, b.age`;

/** The day by which it must be answered, in Shanghai. */
const DUE = sql`b.reply_by::timestamp AT TIME ZONE 'Asia/Shanghai'`;

const ORDERS = {
  newest: { sorted: sql`b.offered_at`, direction: sql`DESC`, after: sql`<` },
  due: { sorted: DUE, direction: sql`ASC`, after: sql`>` },
} as const satisfies Record<HandoffsQuery['order'], object>;

/** Open ones are few among all that ever were, and are found by themselves. */
const isOfOpen = ({ state, overdue, dueBy, dueFrom }: HandoffsQuery): boolean =>
  state === 'open' ||
  state === 'offered' ||
  state === 'acknowledged' ||
  overdue === true ||
  (dueBy ?? dueFrom) !== undefined;

@Injectable()
export class HandoffsReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** The newest offers first, or what must be answered first. */
  async list(query: HandoffsQuery, caller: Principal): Promise<z.output<typeof handoffsAnswer>> {
    const asOf = query.asOf ?? today(this.clock);
    const cursor = readCursor(query.cursor);
    const { sorted, direction, after } = ORDERS[query.order];
    const board = boardOn({ asOf, caller, scope: isOfOpen(query) ? 'open' : 'all' });
    const found = await rows<BoardRow>(
      this.views,
      sql`SELECT ${ITEM}, (${sorted})::text AS sorted FROM (${board}) AS b
          WHERE ${all(matching(query), cursor && sql`(${sorted}, b.key) ${after} (${cursor[0]}::timestamptz, ${cursor[1]})`)}
          ORDER BY ${sorted} ${direction}, b.key ${direction} LIMIT ${query.limit + 1}`,
    );
    return { asOf, ...pageOf(found, query.limit, (row) => this.answer(row, asOf)) };
  }

  /** Those of one dispute, in the order they were offered, as they are now. */
  async ofDispute(dispute: string, caller: Principal) {
    const asOf = today(this.clock);
    const found = await rows<BoardRow>(
      this.views,
      sql`SELECT ${ITEM}, b.offered_at::text AS sorted FROM (${boardOn({ asOf, caller })}) AS b
          WHERE b.dispute = ${dispute} ORDER BY b.offered_at, b.key`,
    );
    return found.map((row) => this.answer(row, asOf));
  }

  private answer(row: BoardRow, asOf: PlainDate): HandoffAnswer {
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
