import type { Clock } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { NameOfBody } from '../body-names';
import { today } from '../fields';
import { rows } from '../sql';
import { CLOCK, NAME_OF_BODY, VIEWS } from '../tokens';
import type { AssessedCase } from './assessed-case';
import type { AssessmentAnswer, AssessmentFilesAnswer } from './assessment.answer';
import type { AssessmentFilesQuery, AssessmentQuery } from './assessment.query';
import { assessedCases, type AssessedPeriod } from './assessment.sql';
import { countOf, INDICATORS, type Indicator } from './indicators';

/** Files shown of one figure; the count is of all. */
const MOST_SHOWN = 500;

const formulaOf = ({ id, name, numerator, denominator, excluded }: Indicator) => ({
  id,
  name,
  numerator,
  ...(denominator && { denominator }),
  excluded,
});

const valuesOf = (cases: readonly AssessedCase[], end: string): AssessmentAnswer['total'] =>
  Object.fromEntries(INDICATORS.map((each) => [each.id, countOf(each, cases, end)]));

/** Where several mediated a case, it is each one's. */
const keysOf = (by: AssessmentQuery['by'], each: AssessedCase): readonly string[] =>
  by === 'body' ? [each.body] : each.mediators;

const UNKNOWN_INDICATOR = {
  status: 404,
  code: 'indicator-unknown',
  zh: '没有这个考核指标。',
  en: 'There is no such indicator.',
};

@Injectable()
export class AssessmentReader {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME_OF_BODY) private readonly nameOf: NameOfBody,
  ) {}

  private period({ from, to, asOf, org, mediator }: Omit<AssessmentQuery, 'by'>): AssessedPeriod {
    const now = today(this.clock);
    const end = to ?? now;
    return { from: from ?? `${end.slice(0, 4)}-01-01`, to: end, asOf: asOf ?? now, org, mediator };
  }

  async read(query: AssessmentQuery, caller: Principal): Promise<AssessmentAnswer> {
    const period = this.period(query);
    const { from, to, asOf } = period;
    const cases = await rows<AssessedCase>(this.views, assessedCases(period, caller));
    const groups = new Map<string, AssessedCase[]>();
    for (const each of cases)
      for (const key of keysOf(query.by, each)) groups.set(key, [...(groups.get(key) ?? []), each]);
    return {
      from,
      to,
      asOf,
      by: query.by,
      formulas: INDICATORS.map(formulaOf),
      total: valuesOf(cases, to),
      rows: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => ({
          key,
          ...this.named(query.by === 'body' ? key : undefined),
          values: valuesOf(own, to),
        })),
    };
  }

  /** The files of a figure. `denominator` has those of the numerator, too. @throws ProblemError 404 */
  async files(id: string, query: AssessmentFilesQuery, caller: Principal): Promise<AssessmentFilesAnswer> {
    const indicator = INDICATORS.find((each) => each.id === id);
    if (indicator === undefined) throw new ProblemError(UNKNOWN_INDICATOR);
    const period = this.period(query);
    const { from, to, asOf } = period;
    const cases = await rows<AssessedCase>(this.views, assessedCases(period, caller));
    const found = cases
      .map((each) => ({ each, part: indicator.part(each, to) }))
      .filter(({ part }) => {
        if (typeof part === 'object') return query.part === 'excluded';
        return part === query.part || query.part === 'denominator';
      });
    return {
      from,
      to,
      asOf,
      formula: formulaOf(indicator),
      count: found.length,
      items: found.slice(0, MOST_SHOWN).map(({ each, part }) => ({
        dispute: each.dispute,
        proceeding: each.proceeding,
        body: each.body,
        ...this.named(each.body),
        mediators: each.mediators,
        acceptedOn: each.acceptedOn,
        ...(typeof part === 'object' ? { part: 'excluded' as const, reason: part.excluded } : { part }),
      })),
    };
  }

  private named(body: string | undefined): { readonly name?: string } {
    const name = body === undefined ? undefined : this.nameOf(body);
    return name === undefined ? {} : { name };
  }
}
