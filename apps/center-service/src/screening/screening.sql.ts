import type { PlainDate } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { readingArea } from '@mediation/screening/domain';
import { within } from '../fields';
import { sql, type Sql } from '../sql';

/** A column's division is one that the caller may read of; what was found there is then told whole. */
export const readable = (caller: Principal, place: Sql): Sql => {
  const area = readingArea(caller);
  if (area === undefined) return sql`false`;
  return (area === 'everywhere' ? undefined : within(place, area)) ?? sql`true`;
};

/** Plans as they stood at the end of a day, of what the caller may read: who called for it sees all of it. */
export const plansOn = (asOf: PlainDate, caller: Principal): Sql => {
  const mine = (place: Sql): Sql => sql`(p.planner = ${caller.org} OR ${readable(caller, place)})`;
  return sql`
    SELECT counted.*, CASE WHEN counted.closed_then IS NOT NULL THEN 'closed'
      WHEN counted.due_on < ${asOf} AND counted.missing > 0 THEN 'overdue' ELSE 'open' END AS state
    FROM (
      SELECT p.key, p.planner, p.kind, p.theme, p.from_on::text, p.to_on::text, p.due_on::text, p.planned_at, p.places AS asked,
        CASE WHEN p.closed_on <= ${asOf}::date THEN p.closed_on::text END AS closed_then,
        a.places, r.reported, r.zero, r.late, a.places - r.reported AS missing, f.findings, f.unsettled
      FROM views.screening_plans AS p
      CROSS JOIN LATERAL (SELECT count(*)::int AS places FROM unnest(p.places) AS place WHERE ${mine(sql`place`)}) AS a
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS reported, count(*) FILTER (WHERE zero)::int AS zero, count(*) FILTER (WHERE late)::int AS late
        FROM views.screening_rounds WHERE plan = p.key AND recorded_on <= ${asOf}::date AND ${mine(sql`division`)}) AS r
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS findings,
          count(*) FILTER (WHERE settled_on IS NULL OR settled_on > ${asOf}::date)::int AS unsettled
        FROM views.screening_findings WHERE plan = p.key AND recorded_on <= ${asOf}::date AND ${mine(sql`division`)}) AS f
      WHERE a.places > 0
    ) AS counted`;
};
