import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { plainDate } from '../fields';
import { APART } from './assessed-case';
import { ASIDE } from './indicators';

const count = z.int().min(0);
const words = z.object({ zh: z.string(), en: z.string() });

const formula = z
  .object({ id: z.string(), name: words, numerator: words, denominator: words.optional(), excluded: words })
  .meta({ id: 'IndicatorFormula' });

const counted = z
  .object({
    numerator: count,
    denominator: count.nullable().meta({ description: 'null：计数，无分母 null: a plain count' }),
    rate: z
      .number()
      .nullable()
      .meta({ description: '百分比；分母为零则为 null per cent; null where nothing is in the denominator' }),
    excluded: z.partialRecord(z.enum([...APART, ...ASIDE]), count),
  })
  .meta({ id: 'IndicatorCount' });
const values = z.record(z.string(), counted).meta({ description: '按指标编号 by the indicator’s id' });

const period = { from: plainDate, to: plainDate, asOf: plainDate };

export const assessmentAnswer = z
  .object({
    ...period,
    by: z.enum(['body', 'mediator']),
    formulas: listOf(formula),
    total: values,
    rows: listOf(z.object({ key: z.string(), name: z.string().optional(), values })),
  })
  .meta({ id: 'Assessment' });
export type AssessmentAnswer = z.output<typeof assessmentAnswer>;

export const assessmentFilesAnswer = z
  .object({
    ...period,
    formula,
    count,
    items: listOf(
      z.object({
        dispute: z.string(),
        proceeding: z.int(),
        body: z.string(),
        name: z.string().optional(),
        mediators: listOf(z.string()),
        acceptedOn: plainDate,
        part: z.enum(['numerator', 'denominator', 'excluded']),
        reason: z.enum([...APART, ...ASIDE]).optional(),
      }),
    ),
  })
  .meta({ id: 'AssessmentFiles' });
export type AssessmentFilesAnswer = z.output<typeof assessmentFilesAnswer>;
