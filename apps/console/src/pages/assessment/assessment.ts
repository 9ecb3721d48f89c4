import type { operations } from '@mediation/client';
import { ask, client } from '../../api/client';
import { periodQuery, type Period } from '../../ui/period';

type AnswerOf<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Assessment = AnswerOf<'centerAssessment'>;
export type Formula = Assessment['formulas'][number];
export type Counted = Assessment['total'][string];
export type AssessedFile = AnswerOf<'centerAssessmentFiles'>['items'][number];
export type By = 'body' | 'mediator';
export type Part = 'numerator' | 'denominator' | 'excluded';

export const readAssessment = (period: Period, by: By, signal: AbortSignal): Promise<Assessment> =>
  ask(client.GET('/api/center/v1/assessment', { params: { query: { ...periodQuery(period), by } }, signal }));

/** Which figure's files, of whom. */
export interface Drill {
  readonly formula: Formula;
  readonly part: Part;
  readonly title: string;
  readonly org?: string | undefined;
  readonly mediator?: string | undefined;
}

export const readFiles = ({ formula, part, org, mediator }: Drill, period: Period) =>
  ask(
    client.GET('/api/center/v1/assessment/{indicator}/files', {
      params: {
        path: { indicator: formula.id },
        query: {
          ...periodQuery(period),
          part,
          ...(org !== undefined && { org }),
          ...(mediator !== undefined && { mediator }),
        },
      },
    }),
  );
