import { DISPUTE_TYPES } from '@mediation/dispute/domain';
import { FINDING_OUTCOMES, SCREENING_KINDS } from '@mediation/screening/domain';
import { z } from 'zod';
import { day, divisionCode } from '../fields';
import { pageQuery } from '../paging';

const asOf = day
  .optional()
  .meta({ description: '截至此日入账的，默认今天 as recorded by the end of that day; default today' });

export const plansQuery = z.strictObject({
  state: z
    .enum(['open', 'overdue', 'closed'])
    .optional()
    .meta({ description: 'overdue = 已过截止日而未报齐 past due and some have not reported' }),
  kind: z.enum(SCREENING_KINDS).optional(),
  place: divisionCode.optional().meta({ description: '须报送的区划（含其下辖） asked to report, or with one that is' }),
  from: day.optional().meta({ description: '排查期在此日或以后 whose period reaches that day or later' }),
  to: day.optional().meta({ description: '排查期在此日或以前 whose period begins by that day' }),
  asOf,
  ...pageQuery,
});
export type PlansQuery = z.output<typeof plansQuery>;

export const planQuery = z.strictObject({ asOf });
export type PlanQuery = z.output<typeof planQuery>;

export const findingsQuery = z.strictObject({
  plan: z.uuid().optional(),
  place: divisionCode.optional(),
  type: z.enum(DISPUTE_TYPES).optional(),
  outcome: z
    .enum([...FINDING_OUTCOMES, 'none'])
    .optional()
    .meta({ description: 'none = 尚未处理 nothing is said yet of what became of it' }),
  from: day.optional().meta({ description: '排查日期起 held on or after' }),
  to: day.optional().meta({ description: '排查日期止 held on or before' }),
  ...pageQuery,
});
export type FindingsQuery = z.output<typeof findingsQuery>;
