import { tierOfDivision, type Clock, type DivisionCode, type PlainDate } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { mayRead } from '@mediation/screening/domain';
import type { ScreeningFindingRow, ScreeningRoundRow } from '@mediation/screening/read-models';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { bodyAnswer, type NameOfBody } from '../body-names';
import { equal, today, within } from '../fields';
import { namesOf, type Divisions } from '../hot-spots/divisions';
import { pageOf, readCursor } from '../paging';
import { all, rows, sql, type Sql } from '../sql';
import { CLOCK, DIVISIONS, NAME_OF_BODY, VIEWS } from '../tokens';
import type { FindingsAnswer, PlanAnswer, PlanProgressAnswer, PlansAnswer } from './screening.answer';
import type { FindingsQuery, PlanQuery, PlansQuery } from './screening.query';
import { plansOn, readable } from './screening.sql';

interface PlanRow extends Omit<PlanAnswer, 'id' | 'planner' | 'from' | 'to' | 'dueOn' | 'closedOn'> {
  readonly key: string;
  readonly planner: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly due_on: string;
  readonly closed_then: string | null;
  readonly asked: readonly DivisionCode[];
  readonly sorted: string;
}
type Settled = Pick<ScreeningFindingRow, 'facts' | 'outcome' | 'settled_on' | 'dispute'>;
type FindingRow = Omit<ScreeningFindingRow, keyof Settled> & {
  readonly [Column in keyof Settled]-?: NonNullable<Settled[Column]> | null;
} & { readonly key: string; readonly sorted: string };
interface Standing {
  readonly round: ScreeningRoundRow | undefined;
  readonly isDue: boolean;
}
type Progress = PlanProgressAnswer['progress'][number];

const UUID = /^[0-9a-f-]{36}$/;

const noSuchPlan = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'screening-unknown',
    zh: '没有这次排查，或本机构无权查看。',
    en: 'There is no such screening, or your body may not see it.',
  });

const askedOf = (place: DivisionCode | undefined): Sql | undefined =>
  place === undefined ? undefined : sql`EXISTS (SELECT FROM unnest(p.asked) AS each WHERE ${within(sql`each`, place)})`;

/** Days as texts, whose order is theirs. */
const since = (column: Sql, day: PlainDate | undefined): Sql | undefined =>
  day === undefined ? undefined : sql`${column} >= ${day}`;
const until = (column: Sql, day: PlainDate | undefined): Sql | undefined =>
  day === undefined ? undefined : sql`${column} <= ${day}`;

const ROUND_COLUMNS = sql`division, body, held_on::text, recorded_on::text, zero, late, findings`;
const FINDING_COLUMNS = sql`f.key, f.plan, f.finding, f.division, f.body, f.concentrated, f.held_on::text,
  f.recorded_on::text, f.dispute_type, f.headcount, f.risk_grade, f.facts, f.outcome, f.settled_on::text, f.dispute,
  f.recorded_at::text AS sorted`;

@Injectable()
export class ScreeningReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
    @Inject(DIVISIONS) private readonly divisions: Divisions,
  ) {}

  /** The newest plans first. */
  async plans(wanted: PlansQuery, caller: Principal): Promise<PlansAnswer> {
    const asOf = wanted.asOf ?? today(this.clock);
    const cursor = readCursor(wanted.cursor);
    const conditions = all(
      equal(sql`p.state`, wanted.state),
      equal(sql`p.kind`, wanted.kind),
      askedOf(wanted.place),
      since(sql`p.to_on`, wanted.from),
      until(sql`p.from_on`, wanted.to),
      cursor && sql`(p.planned_at, p.key) < (${cursor[0]}::timestamptz, ${cursor[1]})`,
    );
    const found = await this.plansWhere(conditions, { asOf, caller, limit: wanted.limit + 1 });
    return { asOf, ...pageOf(found, wanted.limit, (row) => this.planAnswer(row)) };
  }

  /** One plan, with who has reported by the end of a day. @throws ProblemError 404 */
  async plan(id: string, wanted: PlanQuery, caller: Principal): Promise<PlanProgressAnswer> {
    if (!UUID.test(id)) throw noSuchPlan();
    const asOf = wanted.asOf ?? today(this.clock);
    const [plan] = await this.plansWhere(sql`p.key = ${id}`, { asOf, caller, limit: 1 });
    if (plan === undefined) throw noSuchPlan();
    const rounds = await rows<ScreeningRoundRow>(
      this.views,
      sql`SELECT ${ROUND_COLUMNS} FROM views.screening_rounds WHERE plan = ${id} AND recorded_on <= ${asOf}::date`,
    );
    const byPlace = new Map(rounds.map((round) => [round.division, round]));
    const places = plan.asked.filter((place) => plan.planner === caller.org || mayRead(caller, place));
    const names = namesOf(this.divisions());
    const isDue = plan.closed_then !== null || plan.due_on < asOf;
    return {
      ...this.planAnswer(plan),
      asOf,
      progress: places.map((place) => this.progressOf(place, names.get(place), { round: byPlace.get(place), isDue })),
    };
  }

  /** The newest findings first. */
  async findings(wanted: FindingsQuery, caller: Principal): Promise<FindingsAnswer> {
    const cursor = readCursor(wanted.cursor);
    const conditions = all(
      readable(caller, sql`f.division`),
      equal(sql`f.plan`, wanted.plan),
      within(sql`f.division`, wanted.place),
      equal(sql`f.dispute_type`, wanted.type),
      wanted.outcome === 'none' ? sql`f.outcome IS NULL` : equal(sql`f.outcome`, wanted.outcome),
      since(sql`f.held_on::text`, wanted.from),
      until(sql`f.held_on::text`, wanted.to),
      cursor && sql`(f.recorded_at, f.key) < (${cursor[0]}::timestamptz, ${cursor[1]})`,
    );
    const found = await rows<FindingRow>(
      this.views,
      sql`SELECT ${FINDING_COLUMNS} FROM views.screening_findings AS f WHERE ${conditions}
        ORDER BY f.recorded_at DESC, f.key DESC LIMIT ${wanted.limit + 1}`,
    );
    return pageOf(found, wanted.limit, (row) => this.findingAnswer(row));
  }

  private plansWhere(
    conditions: Sql,
    { asOf, caller, limit }: { readonly asOf: PlainDate; readonly caller: Principal; readonly limit: number },
  ): Promise<readonly PlanRow[]> {
    return rows<PlanRow>(
      this.views,
      sql`SELECT p.*, p.planned_at::text AS sorted FROM (${plansOn(asOf, caller)}) AS p WHERE ${conditions}
        ORDER BY p.planned_at DESC, p.key DESC LIMIT ${limit}`,
    );
  }

  private planAnswer(row: PlanRow): PlanAnswer {
    const { key, planner, from_on, to_on, due_on, closed_then, kind, theme, state } = row;
    const { places, reported, zero, late, missing, findings, unsettled } = row;
    return {
      id: key,
      planner: bodyAnswer(this.nameOf, planner),
      kind,
      theme,
      from: from_on,
      to: to_on,
      dueOn: due_on,
      state,
      ...(closed_then !== null && { closedOn: closed_then }),
      ...{ places, reported, zero, late, missing, findings, unsettled },
    };
  }

  private progressOf(place: DivisionCode, name: string | undefined, standing: Standing): Progress {
    const { round: row, isDue } = standing;
    const of = { place, ...(name !== undefined && { name }), tier: tierOfDivision(place) ?? 'village' } as const;
    if (row === undefined) return { ...of, state: isDue ? 'missing' : 'waiting' };
    const { body, held_on, recorded_on, zero, late, findings } = row;
    const round = {
      body: bodyAnswer(this.nameOf, body),
      heldOn: held_on,
      recordedOn: recorded_on,
      zero,
      late,
      findings,
    };
    return { ...of, state: zero ? 'zero' : 'reported', round };
  }

  private findingAnswer(row: FindingRow): FindingsAnswer['items'][number] {
    const { plan, finding, division, body, concentrated, held_on, recorded_on } = row;
    return {
      plan,
      finding,
      place: division,
      body: bodyAnswer(this.nameOf, body),
      concentrated,
      heldOn: held_on,
      recordedOn: recorded_on,
      type: row.dispute_type,
      headcount: row.headcount,
      riskGrade: row.risk_grade,
      ...(row.facts !== null && { facts: row.facts }),
      ...(row.outcome !== null && { outcome: row.outcome }),
      ...(row.settled_on !== null && { settledOn: row.settled_on }),
      ...(row.dispute !== null && { dispute: row.dispute }),
    };
  }
}
