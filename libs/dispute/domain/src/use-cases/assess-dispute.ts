import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { count } from '../fields';
import { open, useCase } from '../use-case';
import { DIFFICULTY_CLASSES, RISK_GRADES } from '../vocabulary';
import { overseesBody } from '../visibility';

/** 风险等级、难易程度、涉及人数: three separate axes; any of them may be set alone. */
export const assessDispute = useCase({
  name: 'AssessDispute',
  data: z
    .strictObject({
      riskGrade: z.enum(RISK_GRADES).optional().meta({ description: '风险等级 risk grade' }),
      difficulty: z.enum(DIFFICULTY_CLASSES).optional().meta({ description: '难易程度 difficulty class' }),
      headcount: count.optional().meta({ description: '涉及人数 people involved' }),
    })
    .refine((data) => Object.values(data).some((value) => value !== undefined), {
      error: '至少填写一项 / set at least one of them',
    }),
  decide: open((data, { file }, { actor }) =>
    file.custodian === actor.org || overseesBody(actor.org, file.custodian)
      ? accept({ type: 'DisputeAssessed', data })
      : refuse('not-the-responsible-body'),
  ),
});
