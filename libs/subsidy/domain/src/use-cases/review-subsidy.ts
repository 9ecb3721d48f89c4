import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { deciding } from '../competence';
import { fileText, note, today, useCase } from '../use-case';
import { RETURN_REASONS } from '../vocabulary';

/** 司法所复核: passed on to the bureau, or back to the committee with what is wanting. */
export const reviewSubsidy = useCase({
  name: 'ReviewSubsidy',
  data: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('passed') }),
    z.strictObject({ decision: z.literal('returned'), reason: z.enum(RETURN_REASONS), note }),
  ]),
  decide(data, subsidy, context) {
    if (subsidy.phase !== 'claimed') return refuse('subsidy-not-claimed');
    const { org: by, sub: reviewer } = context.actor;
    return deciding('review-subsidy', subsidy, context, () =>
      data.decision === 'passed'
        ? accept({ type: 'SubsidyReviewed', data: { by, reviewer, reviewedOn: today(context) } })
        : accept({
            type: 'SubsidyReturned',
            data: { by, reason: data.reason, returnedOn: today(context), personal: fileText(data.note) },
          }),
    );
  },
});
