import { z } from 'zod';
import { bodyOrDivision, day } from '../fields';
import { parsePeriod, PERIOD_CODE, type Period } from './period';

export const RETURN_KINDS = ['justice', 'governance'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

const period = z
  .string()
  .regex(PERIOD_CODE, { error: '期间如 2025-06、2025-Q2、2025-H1、2025 / a period is like these' })
  .transform((code): Period => parsePeriod(code)!)
  .meta({ description: '期间：月、季、半年、年 period: 2025-06, 2025-Q2, 2025-H1, 2025', examples: ['2025-06'] });

const which = {
  period,
  asOf: day.optional().meta({
    description: '截止日：只计至该日终了入账的事实，默认今天 cut-off: only what was recorded by its end; default today',
  }),
  org: bodyOrDivision.optional(),
};

export const FORMATS = ['json', 'csv', 'xlsx'] as const;
export const returnQuery = z.strictObject({ ...which, format: z.enum(FORMATS).default('json') });
export type ReturnQuery = z.output<typeof returnQuery>;

export const returnFilesQuery = z.strictObject({
  ...which,
  row: z.string().max(64).meta({ description: '表中的行 row of the form, e.g. total' }),
  column: z.string().max(64).meta({ description: '表中的列 column of the form, e.g. accepted' }),
});
export type ReturnFilesQuery = z.output<typeof returnFilesQuery>;
