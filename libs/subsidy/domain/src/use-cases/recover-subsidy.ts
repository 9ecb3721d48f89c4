import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { deciding } from '../competence';
import { fileText, note, today, useCase } from '../use-case';
import { RECOVERY_REASONS } from '../vocabulary';

/** 追回: of what was paid twice or wrongly. The payment stays on record; this stands beside it. */
export const recoverSubsidy = useCase({
  name: 'RecoverSubsidy',
  data: z.strictObject({ reason: z.enum(RECOVERY_REASONS), note }),
  decide({ reason, note: why }, subsidy, context) {
    if (subsidy.phase === 'recovered') return refuse('subsidy-decided-already');
    if (subsidy.phase !== 'paid') return refuse('subsidy-not-paid');
    return deciding('approve-subsidy', subsidy, context, () =>
      accept({
        type: 'SubsidyRecovered',
        data: {
          by: context.actor.org,
          amountFen: subsidy.payment.amountFen,
          reason,
          recoveredOn: today(context),
          personal: fileText(why),
        },
      }),
    );
  },
});
