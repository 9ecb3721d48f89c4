import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { mediatorId } from '../fields';
import { inMediation, useCase } from '../use-case';
import { RECUSAL_GROUNDS } from '../vocabulary';

/** 回避: the mediator leaves this proceeding for good. */
export const recuseMediator = useCase({
  name: 'RecuseMediator',
  data: z.strictObject({ mediator: mediatorId, ground: z.enum(RECUSAL_GROUNDS) }),
  decide: inMediation(({ mediator, ground }, { proceeding }) =>
    proceeding.mediators.includes(mediator)
      ? accept({ type: 'MediatorRecused', data: { proceeding: proceeding.n, mediator, ground } })
      : refuse('mediator-unknown'),
  ),
});
