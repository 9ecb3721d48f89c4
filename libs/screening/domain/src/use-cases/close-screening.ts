import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { missingOf } from '../screening.state';
import { open, today, useCase } from '../use-case';

/** 办结一次排查: once it is past due or all have reported; whoever did not is named. */
export const closeScreening = useCase({
  name: 'CloseScreening',
  data: z.strictObject({}),
  decide: open((_, screening, context) => {
    const { planner, dueOn } = screening.plan;
    if (planner !== context.actor.org) return refuse('not-the-planner');
    const missing = missingOf(screening);
    return missing.length > 0 && today(context) <= dueOn
      ? refuse('not-due-yet')
      : accept({ type: 'ScreeningClosed', data: { missing } });
  }),
});
