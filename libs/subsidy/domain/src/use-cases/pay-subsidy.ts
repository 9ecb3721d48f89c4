import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { deciding } from '../competence';
import { caseTags } from '../situation';
import { batch, today, useCase, type Context, type SubsidyDecision } from '../use-case';
import { readBefore, type ReadBefore } from './claim-subsidy';
import type { InPhase } from '../subsidy.state';

/** The case is looked at once more: it may have been reopened, or found to be the same as another, since it was approved. */
const pay = (paid: string, read: ReadBefore, subsidy: InPhase<'approved'>, context: Context): SubsidyDecision => {
  const isSubsidised = read.claimedElsewhere.length > 0;
  const ground =
    context.rules.gate('pay-subsidy', isSubsidised ? ['fact:subsidised-already'] : []) ??
    context.rules.gate('claim-subsidy', caseTags(read.facts, subsidy.claim.body, isSubsidised));
  if (ground) return refuse('barred-by-rule', ground);
  return accept({
    type: 'SubsidyPaid',
    data: {
      by: context.actor.org,
      amountFen: subsidy.claim.amountFen,
      batch: paid,
      disputeRevision: read.facts.revision,
      paidOn: today(context),
    },
  });
};

/** 发放: once, whatever else the dispute is registered as. */
export const paySubsidy = useCase({
  name: 'PaySubsidy',
  filled: ['read'],
  data: z.strictObject({ batch, read: readBefore.optional() }),
  decide({ batch: paid, read }, subsidy, context) {
    if (read === undefined) return refuse('case-not-read');
    if (subsidy.phase === 'paid' || subsidy.phase === 'recovered') return refuse('subsidy-decided-already');
    if (subsidy.phase !== 'approved') return refuse('subsidy-not-approved');
    if (subsidy.yields !== read.yields) return refuse('claimed-elsewhere-meanwhile');
    return deciding('approve-subsidy', subsidy, context, () => pay(paid, read, subsidy, context));
  },
});
