import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { ordinal } from '../fields';
import { atItsCenter } from '../legal-aid';
import { today, useCase } from '../use-case';

/** 指派法律援助人员. */
export const assignLegalAid = useCase({
  name: 'AssignLegalAid',
  data: z.strictObject({ aid: ordinal }),
  decide: atItsCenter((_, { n, status }, __, context) =>
    status === 'granted' || status === 'provisional'
      ? accept({ type: 'LegalAidAssigned', data: { aid: n, assignedOn: today(context) } })
      : refuse('aid-not-granted'),
  ),
});

/** 办结，或者终止法律援助 (法律援助法 art. 48). */
export const endLegalAid = useCase({
  name: 'EndLegalAid',
  data: z.strictObject({ aid: ordinal, reason: z.enum(['completed', 'terminated']) }),
  decide: atItsCenter(({ reason }, { n, status }, _, context) =>
    status === 'granted' || status === 'provisional' || status === 'assigned'
      ? accept({ type: 'LegalAidEnded', data: { aid: n, reason, endedOn: today(context) } })
      : refuse('aid-not-granted'),
  ),
});
