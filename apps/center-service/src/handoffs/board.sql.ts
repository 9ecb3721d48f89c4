import { isFirewalled } from '@mediation/dispute/domain';
import { sightOf } from '@mediation/dispute/read-models';
import type { PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { equal, within } from '../fields';
import { visible } from '../scope';
import { all, sql, type Sql } from '../sql';
import type { HandoffFilters } from './handoffs.query';

/** The evidence firewall on handoffs `b`: courts and police know of their own, unless they read a whole division anyway. */
const knowableTo = (caller: Principal): Sql => {
  const sight = sightOf(caller);
  const readsDivision = sight === 'everything' || sight.some((key) => key.startsWith('area:'));
  return isFirewalled(caller.org) && !readsDivision ? sql`${caller.org} IN (b.from_body, b.to_body)` : sql`true`;
};

/**
 * The board as it stood at the end of a day: handoffs offered by then, each in the state it had then. Overdue is what was open
 * with its reply due before that day; the age of what was settled is how long it took.
 */
export const boardOn = (asOf: PlainDate, caller: Principal): Sql => sql`
  SELECT b.*, d.dispute_type, d.place,
    b.state_then IN ('offered', 'acknowledged') AS is_open,
    b.state_then IN ('offered', 'acknowledged') AND b.reply_by < ${asOf}::date AS is_overdue,
    CASE WHEN b.state_then IN ('offered', 'acknowledged') THEN ${asOf}::date ELSE b.settled_on END - b.offered_on AS age
  FROM (
    SELECT h.*, CASE
      WHEN h.settled_on <= ${asOf}::date THEN h.state
      WHEN h.acknowledged_on <= ${asOf}::date THEN 'acknowledged'
      ELSE 'offered' END AS state_then
    FROM views.handoff_board AS h WHERE h.offered_on <= ${asOf}::date
  ) AS b JOIN views.disputes AS d ON d.key = b.dispute
  WHERE ${visible(caller)} AND ${knowableTo(caller)}`;

const channelIs = (column: Sql, channel: string | undefined): Sql | undefined =>
  channel === 'none' ? sql`${column} IS NULL` : equal(column, channel);

const stateIs = (state: HandoffFilters['state']): Sql | undefined =>
  state === 'open' ? sql`b.is_open` : equal(sql`b.state_then`, state);

const eitherSide = (condition: (column: Sql) => Sql | undefined, from: Sql, to: Sql): Sql | undefined => {
  const [left, right] = [condition(from), condition(to)];
  return left && right && sql`(${left} OR ${right})`;
};

/** Conditions on the rows of `boardOn`, named `b`. */
export const matching = (filters: HandoffFilters): Sql =>
  all(
    within(sql`b.from_body`, filters.from),
    within(sql`b.to_body`, filters.to),
    eitherSide((column) => within(column, filters.org), sql`b.from_body`, sql`b.to_body`),
    equal(sql`b.from_tier`, filters.fromTier),
    equal(sql`b.to_tier`, filters.toTier),
    eitherSide((column) => equal(column, filters.channel), sql`b.from_channel`, sql`b.to_channel`),
    channelIs(sql`b.from_channel`, filters.fromChannel),
    channelIs(sql`b.to_channel`, filters.toChannel),
    equal(sql`b.kind`, filters.kind),
    stateIs(filters.state),
    equal(sql`b.is_overdue`, filters.overdue),
  );
