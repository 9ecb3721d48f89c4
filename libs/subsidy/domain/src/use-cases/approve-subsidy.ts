import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { deciding } from '../competence';
import { today, useCase } from '../use-case';

/** 司法局审定: the amount is the claim's, by the rate that gave it. */
export const approveSubsidy = useCase({
  name: 'ApproveSubsidy',
  data: z.strictObject({}),
  decide(_, subsidy, context) {
    if (subsidy.phase !== 'reviewed') return refuse('subsidy-not-reviewed');
    return deciding('approve-subsidy', subsidy, context, () =>
      accept({
        type: 'SubsidyApproved',
        data: { by: context.actor.org, amountFen: subsidy.claim.amountFen, approvedOn: today(context) },
      }),
    );
  },
});
