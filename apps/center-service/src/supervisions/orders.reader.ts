import type { DisputeType } from '@mediation/dispute/domain';
import { remainingTo, urgencyOf, type Order } from '@mediation/dispute/read-models';
import { addDays, type Clock, type PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, describedBody, type NameOfBody } from '../body-names';
import { equal, onDays, today, within } from '../fields';
import { pageOf, readCursor } from '../paging';
import { readsByFirewall, visible } from '../scope';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { OrderAnswer, SupervisionsAnswer } from './supervisions.answer';
import type { SupervisionsQuery } from './supervisions.query';

interface OrderRow {
  readonly key: string;
  readonly sorted: string;
  readonly dispute: string;
  readonly said: Order;
  readonly dispute_type: DisputeType;
  readonly place: string;
  readonly custodian: string;
  readonly phase: string;
}

type State = OrderAnswer['state'];

/** How far back orders are told, unless asked otherwise. */
const PERIOD_DAYS = 365;

/** The evidence firewall: a court or police body knows of directives to itself, and of its own answers. */
const knowsOrder = (caller: Principal): Sql =>
  readsByFirewall(caller) ? sql`o.said->>'to' = ${caller.org}` : sql`true`;

const hasReplied = sql`o.said->'reply' IS NOT NULL`;
const dueOn = sql`(o.said->>'replyBy')::date`;
const repliedOn = sql`(o.said->'reply'->>'on')::date`;

const STATES = (asOf: PlainDate): Readonly<Record<State, Sql>> => ({
  waiting: sql`NOT ${hasReplied} AND (${dueOn} < ${asOf}::date) IS NOT TRUE`,
  overdue: sql`NOT ${hasReplied} AND ${dueOn} < ${asOf}::date`,
  answered: sql`${hasReplied} AND (${repliedOn} > ${dueOn}) IS NOT TRUE`,
  'answered-late': sql`${hasReplied} AND ${repliedOn} > ${dueOn}`,
});

const stateOf = ({ reply, replyBy }: Order, asOf: PlainDate): State => {
  if (reply === undefined) return replyBy !== undefined && replyBy < asOf ? 'overdue' : 'waiting';
  return replyBy !== undefined && reply.on > replyBy ? 'answered-late' : 'answered';
};

/** What superiors ordered, and what came back. */
@Injectable()
export class OrdersReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** The newest orders first. */
  async list(query: SupervisionsQuery, caller: Principal): Promise<SupervisionsAnswer> {
    const asOf = today(this.clock);
    const from = query.from ?? addDays(query.to ?? asOf, -PERIOD_DAYS);
    // No order about a dispute is later than the latest.
    const lately = onDays(sql`v.ordered_at`, from, undefined);
    const last = readCursor(query.cursor);
    const found = await rows<OrderRow>(
      this.views,
      sql`SELECT o.key, o.at::text AS sorted, o.dispute, o.said, o.dispute_type, o.place, o.custodian, o.phase FROM (
            SELECT v.key || ':' || told.n AS key, v.key AS dispute, told.said, (told.said->>'at')::timestamptz AS at,
              d.dispute_type, d.place, d.custodian, d.phase
            FROM views.oversight AS v JOIN views.disputes AS d ON d.key = v.key
              CROSS JOIN LATERAL jsonb_array_elements(v.orders) WITH ORDINALITY AS told (said, n)
            WHERE ${all(lately, visible(caller), within(sql`d.custodian`, query.org))}
          ) AS o
          WHERE ${all(
            knowsOrder(caller),
            within(sql`o.said->>'by'`, query.by),
            equal(sql`o.said->>'kind'`, query.kind),
            query.state && STATES(asOf)[query.state],
            onDays(sql`o.at`, from, query.to),
            last && sql`(o.at, o.key) < (${last[0]}::timestamptz, ${last[1]})`,
          )}
          ORDER BY o.at DESC, o.key DESC LIMIT ${query.limit + 1}`,
    );
    return { asOf, ...pageOf(found, query.limit, (row) => this.answer(row, { asOf, caller })) };
  }

  private answer(row: OrderRow, { asOf, caller }: { asOf: PlainDate; caller: Principal }): OrderAnswer {
    const { said } = row;
    const state = stateOf(said, asOf);
    const tellsReply = said.reply !== undefined && (!readsByFirewall(caller) || said.reply.by === caller.org);
    return {
      dispute: row.dispute,
      type: row.dispute_type,
      place: row.place,
      custodian: describedBody(this.nameOf, row.custodian),
      closed: row.phase === 'closed',
      kind: said.kind,
      by: bodyAnswer(this.nameOf, said.by),
      ...(said.kind === 'directive' && { to: bodyAnswer(this.nameOf, said.to) }),
      reason: said.reason,
      orderedAt: said.at,
      ...(said.replyBy !== undefined && { replyBy: said.replyBy }),
      state,
      ...standing(said, state, asOf),
      ...(tellsReply && {
        reply: { type: said.reply.type, by: bodyAnswer(this.nameOf, said.reply.by), at: said.reply.at },
      }),
      acts: said.acts,
    };
  }
}

/** How long there is still, of what nobody has answered. */
const standing = ({ replyBy }: Order, state: State, asOf: PlainDate) => {
  if (replyBy === undefined || (state !== 'waiting' && state !== 'overdue')) return {};
  const remaining = remainingTo(replyBy, asOf);
  return { remaining, urgency: urgencyOf(remaining) };
};
