import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { mediatorId } from '../fields';
import { inMediation, useCase } from '../use-case';

/** 指派/选定: by the body or by the parties (人民调解法 art. 19). One who was recused does not come back. */
export const appointMediator = useCase({
  name: 'AppointMediator',
  data: z.strictObject({ mediator: mediatorId, how: z.enum(['assigned', 'chosen-by-parties']).default('assigned') }),
  decide: inMediation(({ mediator, how }, { proceeding }) => {
    if (proceeding.recused.includes(mediator)) return refuse('mediator-recused');
    if (proceeding.mediators.includes(mediator)) return accept();
    return accept({ type: 'MediatorAppointed', data: { proceeding: proceeding.n, mediator, how } });
  }),
});
