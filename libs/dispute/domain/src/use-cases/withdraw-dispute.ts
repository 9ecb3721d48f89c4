import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { returnUnmediated } from '../court-return';
import type { DisputeEvent } from '../dispute.events';
import { partyId } from '../fields';
import { byCustodian, useCase } from '../use-case';

/** 撤回: an applicant takes the application back, at any time before an agreement or another end (人民调解法 art. 23). */
export const withdrawDispute = useCase({
  name: 'WithdrawDispute',
  data: z.strictObject({ party: partyId }),
  decide: byCustodian(({ party }, dispute, context) => {
    if (!dispute.file.parties.some((each) => each.id === party && each.role === 'applicant'))
      return refuse('party-unknown');
    if (dispute.phase === 'agreed') return refuse('already-agreed');
    if (dispute.phase === 'ended') return refuse('no-proceeding');
    const ended: readonly DisputeEvent[] =
      dispute.phase === 'in-mediation'
        ? [{ type: 'MediationTerminated', data: { proceeding: dispute.proceeding.n, reason: 'withdrawn', routes: [] } }]
        : [];
    return accept(...ended, { type: 'DisputeWithdrawn', data: { party } }, ...returnUnmediated(dispute, context));
  }),
});
