import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { fileText, note } from '../fields';
import { known, today, useCase } from '../use-case';
import { SATISFACTION } from '../vocabulary';

/** 回访: performance, satisfaction, signs of escalation; before or after closing. */
export const followUpDispute = useCase({
  name: 'FollowUpDispute',
  data: z.strictObject({ satisfaction: z.enum(SATISFACTION), escalationSigns: z.boolean().default(false), note }),
  decide: known(({ satisfaction, escalationSigns, note: text }, dispute, context) => {
    if (dispute.file.custodian !== context.actor.org) return refuse('not-the-responsible-body');
    if (dispute.phase === 'registered' || dispute.phase === 'in-mediation') return refuse('agreement-not-in-effect');
    return accept({
      type: 'FollowUpVisited',
      data: { visitedOn: today(context), satisfaction, escalationSigns, personal: fileText(text) },
    });
  }),
});
