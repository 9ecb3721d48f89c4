import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { deciding } from '../competence';
import type { SubsidyPhase } from '../subsidy.state';
import { fileText, note, today, useCase } from '../use-case';
import { REFUSAL_REASONS } from '../vocabulary';

const DECIDED: readonly SubsidyPhase[] = ['refused', 'paid', 'recovered'];

/** 不予补贴: by the bureau, as long as nothing is paid; an approval found wrong before payment is taken back by it, too. */
export const refuseSubsidy = useCase({
  name: 'RefuseSubsidy',
  data: z.strictObject({ reason: z.enum(REFUSAL_REASONS), note }),
  decide({ reason, note: why }, subsidy, context) {
    if (DECIDED.includes(subsidy.phase)) return refuse('subsidy-decided-already');
    if (subsidy.phase !== 'reviewed' && subsidy.phase !== 'approved') return refuse('subsidy-not-reviewed');
    return deciding('approve-subsidy', subsidy, context, () =>
      accept({
        type: 'SubsidyRefused',
        data: { by: context.actor.org, reason, refusedOn: today(context), personal: fileText(why) },
      }),
    );
  },
});
