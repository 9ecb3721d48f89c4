import { listOf } from '@mediation/nest';
import { EXPIRY_EFFECTS } from '@mediation/rules';
import { z } from 'zod';
import { instant, plainDate } from '../fields';

const words = {
  rule: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  source: z.string(),
  article: z.string(),
  link: z.string().optional(),
  certainty: z.string(),
};

const deadlineRule = z
  .object({
    ...words,
    jurisdiction: z.string().meta({ description: '其规则所属之地 the place whose own law says so' }),
    trigger: z.string().meta({ description: '由何事起算 what starts it' }),
    limit: z.object({ unit: z.string(), length: z.number() }),
    pausedBy: listOf(z.string()),
    extensions: z.int().meta({ description: '可延长几次 how many times it may be extended' }),
    expiry: z.string(),
  })
  .meta({ id: 'DeadlineRule' });

export const deadlineRulesAnswer = z.object({ items: listOf(deadlineRule) });

export const deadlineAnswer = z
  .object({
    ...words,
    on: z.string(),
    dueOn: plainDate,
    dueAt: instant.optional(),
    rollsFrom: plainDate.optional(),
    pack: z.string(),
    provisional: z.boolean(),
    expiry: z.enum(EXPIRY_EFFECTS),
    note: z.string().optional(),
    pauses: listOf(z.object({ reason: z.string(), from: plainDate, to: plainDate.optional() })),
    extensions: listOf(z.object({ on: plainDate, unit: z.string(), length: z.number() })),
  })
  .meta({ id: 'Deadline' });

export type DeadlineRulesAnswer = z.output<typeof deadlineRulesAnswer>;
export type DeadlineAnswer = z.output<typeof deadlineAnswer>;
