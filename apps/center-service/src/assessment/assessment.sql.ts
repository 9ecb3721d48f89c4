import type { Principal } from '@mediation/nest';
import { within } from '../fields';
import { readsByFirewall, visible } from '../scope';
import { all, sql, type Sql } from '../sql';

export interface AssessedPeriod {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly org: string | undefined;
  readonly mediator: string | undefined;
}

/** The risk of that kind was raised, and not averted after it. */
const stands = (risk: Sql): Sql => sql`coalesce((
  SELECT r.kind = 'risk-raised' FROM known AS r WHERE r.dispute = b.dispute AND r.kind IN ('risk-raised', 'averted') AND r.risk = ${risk}
  ORDER BY r.happened_on DESC, r.revision DESC LIMIT 1), false)`;

const has = (condition: Sql): Sql => sql`EXISTS (SELECT FROM known AS k WHERE k.dispute = b.dispute AND ${condition})`;

/**
 * Every proceeding accepted in the period, with what had become of it by its end, from the facts that were recorded by the day asked for. A
 * court or police body, behind the evidence firewall, sees none.
 */
export const assessedCases = ({ from, to, asOf, org, mediator }: AssessedPeriod, caller: Principal): Sql => sql`
  WITH recorded AS NOT MATERIALIZED (
    SELECT * FROM views.mediation_facts WHERE recorded_on <= ${asOf}::date
  ), known AS NOT MATERIALIZED (
    SELECT * FROM recorded WHERE happened_on <= ${to}::date
  ), begun AS (
    SELECT f.dispute, f.proceeding, f.body, f.channel, f.happened_on, f.due_on, ARRAY(
      SELECT DISTINCT m.mediator FROM recorded AS m
      WHERE m.dispute = f.dispute AND m.kind = 'mediator-appointed' AND m.proceeding = f.proceeding ORDER BY 1
    ) AS mediators
    FROM known AS f JOIN views.disputes AS d ON d.key = f.dispute
    WHERE f.kind = 'accepted' AND f.happened_on >= ${from}::date
      AND ${all(readsByFirewall(caller) ? sql`false` : visible(caller), within(sql`f.body`, org))}
  )
  SELECT b.dispute, b.proceeding, b.body, b.channel, b.mediators, b.happened_on::text AS "acceptedOn", b.due_on::text AS "dueOn",
    a.agreed_on::text AS "agreedOn", a.owed_by::text AS "owedBy",
    ${has(sql`k.kind = 'performed' AND k.agreement = a.agreement`)} AS performed,
    ${has(sql`k.kind = 'breached' AND k.agreement = a.agreement`)} AS breached,
    ${has(sql`k.kind = 'confirmed' AND k.outcome = 'confirmed' AND k.agreement = a.agreement`)} AS confirmed,
    (SELECT k.happened_on::text FROM known AS k WHERE k.dispute = b.dispute AND k.kind = 'failed' AND k.proceeding = b.proceeding LIMIT 1) AS "failedOn",
    (SELECT k.reason FROM known AS k WHERE k.dispute = b.dispute AND k.kind = 'terminated' AND k.proceeding = b.proceeding LIMIT 1) AS terminated,
    v.satisfaction IS NOT NULL AS "followedUp", v.satisfaction,
    ${stands(sql`'civil-to-criminal'`)} AS "turnedCriminal",
    ${has(sql`k.kind = 'supervised' AND k.reason = 'repeat-visit'`)} AS "repeatedPetition",
    ${has(sql`k.kind = 'closed'`)} AS closed, ${has(sql`k.kind = 'archived'`)} AS archived
  FROM begun AS b
  LEFT JOIN LATERAL (
    SELECT r.agreement, g.happened_on AS agreed_on, r.due_on AS owed_by
    FROM recorded AS r JOIN known AS g ON g.dispute = r.dispute AND g.kind = 'agreed' AND g.agreement = r.agreement
    WHERE r.dispute = b.dispute AND r.kind = 'agreement-reached' AND r.proceeding = b.proceeding
    ORDER BY g.happened_on, r.agreement LIMIT 1
  ) AS a ON true
  LEFT JOIN LATERAL (
    SELECT k.satisfaction FROM known AS k
    WHERE k.dispute = b.dispute AND k.kind = 'followed-up' AND k.body = b.body AND k.happened_on >= b.happened_on
    ORDER BY k.happened_on DESC, k.revision DESC LIMIT 1
  ) AS v ON true
  WHERE ${mediator === undefined ? sql`true` : sql`${mediator} = ANY (b.mediators)`}
  ORDER BY b.happened_on, b.dispute, b.proceeding`;
