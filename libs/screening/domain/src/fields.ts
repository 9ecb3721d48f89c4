import {
  DISPUTE_TYPES,
  disputeIdSchema,
  PERSONAL,
  plainDateSchema,
  RISK_GRADES,
  textSchema,
} from '@mediation/dispute/domain';
import { z } from 'zod';

export const heldOn = plainDateSchema.meta({ description: '排查日期 the day of the round', examples: ['2025-03-05'] });

export const findingId = z
  .string()
  .regex(/^f\d{1,5}$/, { error: '线索编号如 f1 / a finding’s id is like f1' })
  .meta({ description: '线索编号 finding id', examples: ['f1'] });

export const dispute = disputeIdSchema;

export const finding = z.strictObject({
  disputeType: z.enum(DISPUTE_TYPES).meta({ description: '类型 type' }),
  headcount: z.int().min(1).max(1_000_000).meta({ description: '涉及人数 people involved' }),
  riskGrade: z.enum(RISK_GRADES).meta({ description: '风险等级 risk grade' }),
  facts: textSchema(2000).meta({ description: '简要情况 what it is about', ...PERSONAL }),
});
