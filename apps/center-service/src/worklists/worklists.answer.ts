import { NEXT_TASKS } from '@mediation/dispute/read-models';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { dispute } from '../disputes/disputes.answer';
import { possibleDuplicate } from '../duplicates/duplicates.answer';
import { describedBodySchema, plainDate, remaining, urgency } from '../fields';

export const worklistItem = z.object({
  task: z.enum(NEXT_TASKS).nullable(),
  due: plainDate.nullable(),
  overdue: z.boolean(),
  remaining: remaining.optional(),
  urgency: urgency.optional(),
  dispute,
});

export const worklistAnswer = z.object({
  body: describedBodySchema,
  asOf: plainDate,
  overdue: z.int().min(0),
  more: z.boolean().meta({ description: '未列出全部 there are more than told' }),
  items: listOf(worklistItem).meta({ description: '期限最近的在前 what is due first at the top' }),
  possibleDuplicates: listOf(possibleDuplicate),
});

export type WorklistItem = z.output<typeof worklistItem>;
export type WorklistAnswer = z.output<typeof worklistAnswer>;
