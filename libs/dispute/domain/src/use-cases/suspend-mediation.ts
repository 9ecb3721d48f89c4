import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { inActiveMediation, inMediation, useCase } from '../use-case';
import { SUSPENSION_REASONS } from '../vocabulary';

/** 中止. */
export const suspendMediation = useCase({
  name: 'SuspendMediation',
  data: z.strictObject({ reason: z.enum(SUSPENSION_REASONS) }),
  decide: inActiveMediation(({ reason }, { proceeding }) =>
    accept({ type: 'MediationSuspended', data: { proceeding: proceeding.n, reason } }),
  ),
});

/** 恢复. */
export const resumeMediation = useCase({
  name: 'ResumeMediation',
  data: z.strictObject({}),
  decide: inMediation((_, { proceeding }) =>
    proceeding.suspended
      ? accept({ type: 'MediationResumed', data: { proceeding: proceeding.n } })
      : refuse('mediation-not-suspended'),
  ),
});
