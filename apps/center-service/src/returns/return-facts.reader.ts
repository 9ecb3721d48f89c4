import { Inject, Injectable } from '@nestjs/common';
import type { PlainDate } from '@mediation/kernel';
import type { DataSource } from 'typeorm';
import { rows, sql } from '../sql';
import { VIEWS } from '../tokens';
import { knownOn, RETURN_FACTS, type ReturnFact } from './counted-dispute';
import type { CountedRound } from './counting';
import { yearToDate, type Period } from './period';
import type { Knowledge } from './return-sheet';

interface Days {
  /** The last day whose records are in the original figures. */
  readonly original: PlainDate;
  readonly asOf: PlainDate;
}

/** Every fact of the disputes that anything happened to in the year so far, as recorded by the cut-off; of each in its own order. */
const factsUntil = ({ from, to }: Period, asOf: PlainDate) => sql`
  SELECT f.dispute, f.kind, f.happened_on::text, f.recorded_on::text, f.body, f.tier, f.proceeding, f.agreement, f.channel,
    f.source, f.dispute_type, f.category, f.people, f.amount_fen::float8 AS amount_fen, f.difficulty, f.risk, f.form
  FROM views.mediation_facts AS f
  WHERE f.kind = ANY (${RETURN_FACTS}::text[]) AND f.recorded_on <= ${asOf}::date AND f.dispute IN (
    SELECT g.dispute FROM views.mediation_facts AS g
    WHERE g.kind IN ('registered', 'accepted', 'averted', 'emergency') AND g.happened_on BETWEEN ${from}::date AND ${to}::date
  )
  ORDER BY f.dispute, f.revision`;

const roundsUntil = ({ from, to }: Period, asOf: PlainDate) => sql`
  SELECT r.held_on::text AS "on", r.recorded_on::text AS "recordedOn", r.body, r.tier
  FROM views.screening_rounds AS r
  WHERE r.concentrated AND r.held_on BETWEEN ${from}::date AND ${to}::date AND r.recorded_on <= ${asOf}::date
  ORDER BY r.key`;

type Nullable<Row> = { [Key in keyof Row]: Row[Key] | null };

/** What a row lacks is left out, as the facts themselves have it. */
const present = (row: Nullable<ReturnFact>): ReturnFact =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as ReturnFact;

@Injectable()
export class ReturnFactsReader {
  constructor(@Inject(VIEWS) private readonly views: DataSource) {}

  async knowledge(period: Period, { original, asOf }: Days): Promise<Knowledge> {
    const year = yearToDate(period);
    const [facts, rounds] = await Promise.all([
      rows<Nullable<ReturnFact>>(this.views, factsUntil(year, asOf)),
      rows<CountedRound>(this.views, roundsUntil(year, asOf)),
    ]);
    const told = facts.map(present);
    const known = (day: PlainDate) => ({
      disputes: knownOn(told, day),
      rounds: rounds.filter(({ recordedOn }) => recordedOn <= day),
    });
    return { original: known(original), current: known(asOf) };
  }

  /** Years in which disputes were registered, the latest first. */
  async years(): Promise<readonly string[]> {
    const found = await rows<{ year: string }>(
      this.views,
      sql`SELECT DISTINCT to_char(happened_on, 'YYYY') AS year FROM views.mediation_facts WHERE kind = 'registered' ORDER BY 1 DESC`,
    );
    return found.map(({ year }) => year);
  }
}
