import { DISPUTE_TYPES } from '@mediation/dispute/domain';
import { z } from 'zod';
import { inOrder, notTooLong, OUT_OF_ORDER, TOO_LONG, wholeMonths } from '../funnel/funnel.query';

const type = z.enum(DISPUTE_TYPES).optional();

export const hotSpotsQuery = z
  .strictObject({ ...wholeMonths, type })
  .refine(inOrder, OUT_OF_ORDER)
  .refine(notTooLong, TOO_LONG);
export type HotSpotsQuery = z.output<typeof hotSpotsQuery>;

export const warningsQuery = z.strictObject({
  month: wholeMonths.to.meta({
    description: '被检测月份的最后一天，默认本月 the last day of the month tested; default: this month',
  }),
  org: wholeMonths.org,
});
export type WarningsQuery = z.output<typeof warningsQuery>;

export const groupsQuery = z
  .strictObject({ ...wholeMonths, limit: z.coerce.number().int().min(1).max(50).default(20) })
  .refine(inOrder, OUT_OF_ORDER)
  .refine(notTooLong, TOO_LONG);
export type GroupsQuery = z.output<typeof groupsQuery>;
