import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { fileText, mediatorId, text } from '../fields';
import { inMediation, useCase } from '../use-case';

/** 披露: a mediator tells of what might raise doubt; the parties then accept or ask for recusal. */
export const discloseInterest = useCase({
  name: 'DiscloseInterest',
  data: z.strictObject({ mediator: mediatorId, statement: text(2000) }),
  decide: inMediation(({ mediator, statement }, { proceeding }) =>
    proceeding.mediators.includes(mediator)
      ? accept({
          type: 'InterestDisclosed',
          data: { proceeding: proceeding.n, mediator, personal: fileText(statement) },
        })
      : refuse('mediator-unknown'),
  ),
});
