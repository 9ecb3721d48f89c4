import { z } from 'zod';
import { bodyOrDivision, day } from '../fields';

const period = {
  from: day.optional().meta({ description: '默认今年1月1日 default: 1 January of this year' }),
  to: day.optional().meta({ description: '默认今天 default: today' }),
  asOf: day.optional().meta({ description: '只计此日以前入账的，默认今天 as recorded by that day; default: today' }),
  org: bodyOrDivision.optional(),
  mediator: z.string().min(1).max(64).optional().meta({ description: '调解员编号 a mediator’s number' }),
};
const inOrder = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
const DISORDER = { error: '起始日期晚于截止日期 / from is later than to', path: ['from'] };

export const assessmentQuery = z
  .strictObject({ ...period, by: z.enum(['body', 'mediator']).default('body') })
  .refine(inOrder, DISORDER);
export type AssessmentQuery = z.output<typeof assessmentQuery>;

export const assessmentFilesQuery = z
  .strictObject({ ...period, part: z.enum(['numerator', 'denominator', 'excluded']).default('numerator') })
  .refine(inOrder, DISORDER);
export type AssessmentFilesQuery = z.output<typeof assessmentFilesQuery>;
