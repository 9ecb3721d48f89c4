import { addDays, type PlainDate } from '@mediation/kernel';
import { remainingTo, urgencyOf, type Urgency } from '@mediation/dispute/read-models';
import type { Principal } from '@mediation/nest';
import { equal, within } from '../fields';
import { knowsHandoff, visible } from '../scope';
import { all, sql, type Sql } from '../sql';
import type { HandoffFilters } from './handoffs.query';

/** Which handoffs are looked at at all: `open` those open that evening, `since` also those settled from that day on. */
export type BoardScope = 'all' | 'open' | { readonly since: PlainDate };

/** As the index on (settled_on, offered_on) finds them. */
const inScope = (asOf: PlainDate, scope: BoardScope): Sql => {
  if (scope === 'all') return sql`true`;
  return scope === 'open'
    ? sql`(h.settled_on IS NULL OR h.settled_on > ${asOf}::date)`
    : sql`(h.settled_on IS NULL OR h.settled_on >= ${scope.since}::date)`;
};

export interface Board {
  readonly asOf: PlainDate;
  readonly caller: Principal;
  /** Default `all`. */
  readonly scope?: BoardScope;
}

/**
 * The board as it stood at the end of a day: handoffs offered by then, each in the state it had then. Overdue is what was open
 * with its reply due before that day; the age of what was settled is how long it took.
 */
export const boardOn = ({ asOf, caller, scope = 'all' }: Board): Sql => sql`
  SELECT b.*, d.dispute_type, d.place,
    b.state_then IN ('offered', 'acknowledged') AS is_open,
    b.acknowledged_on <= ${asOf}::date IS TRUE AS is_acknowledged,
    b.state_then IN ('offered', 'acknowledged') AND b.reply_by < ${asOf}::date AS is_overdue,
    CASE WHEN b.state_then IN ('offered', 'acknowledged') THEN ${asOf}::date ELSE b.settled_on END - b.offered_on AS age
  FROM (
    SELECT h.*, CASE
      WHEN h.settled_on <= ${asOf}::date THEN h.state
      WHEN h.acknowledged_on <= ${asOf}::date THEN 'acknowledged'
      ELSE 'offered' END AS state_then
    FROM views.handoff_board AS h WHERE h.offered_on <= ${asOf}::date AND ${inScope(asOf, scope)}
  ) AS b JOIN views.disputes AS d ON d.key = b.dispute
  WHERE ${visible(caller)} AND ${knowsHandoff(caller)}`;

const channelIs = (column: Sql, channel: string | undefined): Sql | undefined =>
  channel === 'none' ? sql`${column} IS NULL` : equal(column, channel);

const stateIs = (state: HandoffFilters['state']): Sql | undefined =>
  state === 'open' ? sql`b.is_open` : equal(sql`b.state_then`, state);

const eitherSide = (condition: (column: Sql) => Sql | undefined, from: Sql, to: Sql): Sql | undefined => {
  const [left, right] = [condition(from), condition(to)];
  return left && right && sql`(${left} OR ${right})`;
};

const asked = <Value>(value: Value | undefined, condition: (value: Value) => Sql): Sql | undefined =>
  value === undefined ? undefined : condition(value);

const ends = ({ from, to, org, fromTier, toTier, channel, fromChannel, toChannel }: HandoffFilters): Sql =>
  all(
    within(sql`b.from_body`, from),
    within(sql`b.to_body`, to),
    eitherSide((column) => within(column, org), sql`b.from_body`, sql`b.to_body`),
    equal(sql`b.from_tier`, fromTier),
    equal(sql`b.to_tier`, toTier),
    eitherSide((column) => equal(column, channel), sql`b.from_channel`, sql`b.to_channel`),
    channelIs(sql`b.from_channel`, fromChannel),
    channelIs(sql`b.to_channel`, toChannel),
  );

/** Conditions on the rows of `boardOn`, named `b`. */
export const matching = (filters: HandoffFilters): Sql =>
  all(
    ends(filters),
    equal(sql`b.kind`, filters.kind),
    stateIs(filters.state),
    equal(sql`b.is_overdue`, filters.overdue),
    equal(sql`b.is_acknowledged`, filters.acknowledged),
    asked(filters.dueBy, (day) => sql`b.is_open AND b.reply_by <= ${day}::date`),
    asked(filters.dueFrom, (day) => sql`b.is_open AND b.reply_by >= ${day}::date`),
    asked(filters.bounce, (times) => sql`b.bounce >= ${times}::int AND b.state_then = 'returned'`),
  );

/** Later than any colour but green begins: a working day comes within the longest holiday. */
const FURTHEST_DAYS = 40;

/** The last day due that has the colour, seen from a day; what is due later has the next colour. */
const lastDayOf = (colour: Urgency, asOf: PlainDate): PlainDate => {
  let last = asOf;
  for (let ahead = 1; ahead <= FURTHEST_DAYS; ahead += 1) {
    const day = addDays(asOf, ahead);
    if (urgencyOf(remainingTo(day, asOf)) === colour) last = day;
  }
  return last;
};

/** The colour of an open row `b`, as `urgencyOf` gives it. */
export const colourOn = (asOf: PlainDate): Sql => sql`CASE
  WHEN NOT b.is_open THEN NULL
  WHEN b.reply_by < ${asOf}::date THEN 'red'
  WHEN b.reply_by <= ${lastDayOf('orange', asOf)}::date THEN 'orange'
  WHEN b.reply_by <= ${lastDayOf('yellow', asOf)}::date THEN 'yellow'
  ELSE 'green' END`;
