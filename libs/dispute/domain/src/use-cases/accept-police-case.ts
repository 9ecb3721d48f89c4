import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { kindOf } from '../custody';
import { text } from '../fields';
import { known, today, useCase } from '../use-case';

/** 受案: the police open a public-order case about what is in dispute. It moves nothing. */
export const acceptPoliceCase = useCase({
  name: 'AcceptPoliceCase',
  data: z.strictObject({ caseNumber: text(80).optional().meta({ description: '案件编号 case number' }) }),
  decide: known(({ caseNumber }, { file }, context) => {
    const { org } = context.actor;
    if (kindOf(org) !== 'police') return refuse('only-police');
    if (file.policeCase !== undefined && file.policeCase.decision === undefined) return refuse('police-case-running');
    return accept({ type: 'PoliceCaseAccepted', data: { body: org, caseNumber, acceptedOn: today(context) } });
  }),
});
