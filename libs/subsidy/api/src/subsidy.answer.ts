import { CASE_RESULTS, SUBSIDY_PHASES } from '@mediation/subsidy/domain';
import { offeredActionSchema } from '@mediation/aggregate-api';
import { listOf } from '@mediation/nest';
import { z } from 'zod';

/** Where a rate or a refusal comes from. */
export const groundAnswer = z.object({
  rule: z.string(),
  zh: z.string(),
  en: z.string(),
  source: z.string(),
  article: z.string(),
  certainty: z.string(),
  note: z.string().optional(),
});

/** One subsidy, what its case would be paid now, and what the caller may do with it. */
export const subsidyAnswer = z
  .object({
    id: z.string(),
    revision: z.int().meta({ description: '-1：尚无记录 -1: nothing happened to it yet' }),
    phase: z.enum(SUBSIDY_PHASES),
    claim: z
      .object({
        body: z.string(),
        dossier: z.string(),
        mediators: listOf(z.string()),
        difficulty: z.string(),
        result: z.string(),
        amountFen: z.int(),
        rate: groundAnswer,
        claimedOn: z.iso.date(),
      })
      .optional(),
    payment: z.object({ amountFen: z.int(), batch: z.string(), paidOn: z.iso.date() }).optional(),
    yieldedTo: z.string().optional(),
    case: z.object({
      revision: z.int(),
      body: z.string().optional(),
      dossier: z.string().optional(),
      complete: z.boolean(),
      archived: z.boolean(),
      result: z.enum(CASE_RESULTS),
      difficulty: z.string(),
      mediators: listOf(z.string()),
      sameAs: z.int().meta({ description: '同一纠纷的其他登记数 other registrations of the same dispute' }),
    }),
    payable: z
      .object({ amountFen: z.int(), rate: groundAnswer })
      .optional()
      .meta({ description: '按今日规则应补 what today’s rules pay' }),
    obstacle: groundAnswer.optional().meta({ description: '不予补贴的规则 the rule by which it is not paid now' }),
    actions: listOf(offeredActionSchema),
  })
  .meta({ id: 'Subsidy' });
export type SubsidyAnswer = z.output<typeof subsidyAnswer>;
export type GroundAnswer = z.output<typeof groundAnswer>;
