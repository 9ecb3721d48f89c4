import { knowableTypes } from '@mediation/dispute/domain';
import { addDays, type Clock } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { NameOfBody } from '../body-names';
import { onDays, today, within } from '../fields';
import { pageOf, readCursor } from '../paging';
import { readsByFirewall, visible } from '../scope';
import { all, any, rows, sql, type Sql } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { EmergenciesAnswer } from './emergencies.answer';
import type { EmergenciesQuery } from './emergencies.query';
import { incidentAnswer, type IncidentRow } from './incident-answer';

const MOST_RUNNING = 200;
/** How far back what is over is told, unless asked otherwise. */
const PERIOD_DAYS = 365;

/** The evidence firewall: emergencies are no business of a court's; the police know of them. */
const knowsEmergencies = (caller: Principal): boolean =>
  !readsByFirewall(caller) || (knowableTypes(caller.org)?.includes('EmergencyRaised') ?? true);

const wherever = (org: string | undefined): Sql | undefined => {
  const conditions = [within(sql`d.custodian`, org), within(sql`d.place`, org)].filter((each) => each !== undefined);
  return conditions.length === 0 ? undefined : any(...conditions);
};

/** Incidents as `i`, each with its dispute `d`. */
const incidents = (query: EmergenciesQuery, caller: Principal, condition: Sql): Sql => sql`
  SELECT e.key || ':' || i.n AS key, i.raised_at, e.key AS dispute, i.n::int, i.incident, i.running, d.dispute_type, d.place, d.custodian
  FROM views.emergencies AS e JOIN views.disputes AS d ON d.key = e.key CROSS JOIN LATERAL (
    SELECT told.n, told.incident, (told.incident->>'raisedAt')::timestamptz AS raised_at, told.incident->'concluded' IS NULL AS running
    FROM jsonb_array_elements(e.incidents) WITH ORDINALITY AS told (incident, n)
  ) AS i
  WHERE ${all(condition, visible(caller), wherever(query.org), onDays(sql`i.raised_at`, query.from, query.to))}`;

@Injectable()
export class EmergenciesReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  /** What is running, the longest first; then what is over, the newest first, page by page. */
  async list(query: EmergenciesQuery, caller: Principal): Promise<EmergenciesAnswer> {
    const asOf = this.clock.now();
    if (!knowsEmergencies(caller)) return { asOf, running: [], people: 0, more: false, items: [] };
    const [running, over] = await Promise.all([this.running(query, caller), this.over(query, caller)]);
    const answer = (row: IncidentRow) => incidentAnswer(row, this.nameOf, asOf);
    const shown = running.slice(0, MOST_RUNNING).map(answer);
    return {
      asOf,
      running: shown,
      people: shown.reduce((sum, { people }) => sum + people, 0),
      more: running.length > MOST_RUNNING,
      ...pageOf(over, query.limit, answer),
    };
  }

  private running(query: EmergenciesQuery, caller: Principal): Promise<readonly IncidentRow[]> {
    return rows<IncidentRow>(
      this.views,
      sql`SELECT i.*, i.raised_at::text AS sorted FROM (${incidents(query, caller, sql`e.running AND i.running`)}) AS i
          ORDER BY i.raised_at, i.key LIMIT ${MOST_RUNNING + 1}`,
    );
  }

  private over(asked: EmergenciesQuery, caller: Principal): Promise<readonly IncidentRow[]> {
    const query = { ...asked, from: asked.from ?? addDays(asked.to ?? today(this.clock), -PERIOD_DAYS) };
    // No incident of a dispute is later than its latest.
    const lately = onDays(sql`e.raised_at`, query.from, undefined)!;
    const last = readCursor(query.cursor);
    const after = last && sql`(i.raised_at, i.key) < (${last[0]}::timestamptz, ${last[1]})`;
    return rows<IncidentRow>(
      this.views,
      sql`SELECT i.*, i.raised_at::text AS sorted FROM (${incidents(query, caller, sql`NOT i.running AND ${lately}`)}) AS i
          WHERE ${all(after)} ORDER BY i.raised_at DESC, i.key DESC LIMIT ${query.limit + 1}`,
    );
  }
}
