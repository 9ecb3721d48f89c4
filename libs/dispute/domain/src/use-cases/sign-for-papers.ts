import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { mediatorId } from '../fields';
import { openReferral } from '../situation';
import { inMediation, today, useCase } from '../use-case';

/** 签收案卷: the mediator has the court's papers; the time for a referred mediation runs from that day (特邀调解规定 art. 27). */
export const signForPapers = useCase({
  name: 'SignForPapers',
  data: z.strictObject({ mediator: mediatorId }),
  decide: inMediation(({ mediator }, { file, proceeding }, context) => {
    if (openReferral(file) === undefined) return refuse('no-court-referral');
    if (!proceeding.mediators.includes(mediator)) return refuse('mediator-unknown');
    if (proceeding.papersSignedFor) return refuse('papers-already-signed-for');
    return accept({
      type: 'PapersSignedFor',
      data: { proceeding: proceeding.n, mediator, signedOn: today(context) },
    });
  }),
});
