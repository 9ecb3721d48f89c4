import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import {
  confirmationFacts,
  confirmationOf,
  filingDueOn,
  inEffect,
  isBasicCourt,
  jurisdictionOver,
} from '../confirmation';
import type { DisputeFile } from '../dispute.state';
import { bodyCode, ordinal } from '../fields';
import { barTo } from '../situation';
import { byCustodian, today, useCase } from '../use-case';

/** Once it lies with a court it is not offered again, unless that court would not take it: then another may. */
const underWay = (file: DisputeFile, agreement: number) => {
  switch (confirmationOf(file, agreement)?.status) {
    case 'filed':
    case 'accepted':
      return 'confirmation-under-way' as const;
    case 'confirmed':
    case 'dismissed':
      return 'confirmation-decided' as const;
    case 'offered':
    case 'refused':
    case undefined:
      return undefined;
  }
};

/**
 * 引导申请司法确认: only what a court would take is offered (解释 art. 355), so that nobody goes there for nothing. What the network cannot
 * know, whether a party lives in that court's area, whoever offers may state.
 */
export const offerConfirmation = useCase({
  name: 'OfferConfirmation',
  data: z.strictObject({
    agreement: ordinal,
    court: bodyCode.meta({ description: '有管辖权的基层人民法院 the court that has jurisdiction' }),
    basis: z
      .literal('domicile')
      .optional()
      .meta({ description: '当事人住所地在该院辖区 a party lives in that court’s area: not known otherwise' }),
  }),
  bodies: ({ court }) => [court],
  decide: byCustodian(({ agreement: n, court, basis: stated }, dispute, context) =>
    inEffect(dispute, n, (agreement) => {
      if (!isBasicCourt(court)) return refuse('not-a-court');
      const refusal = underWay(dispute.file, n);
      if (refusal) return refuse(refusal);
      const basis = jurisdictionOver(dispute.file, agreement, court, stated);
      const facts = confirmationFacts(dispute, agreement, context);
      const ground = barTo(
        'offer-confirmation',
        dispute,
        context,
        basis === undefined ? facts : [...facts, 'court-has-jurisdiction'],
      );
      if (ground) return refuse('barred-by-rule', ground);
      return accept({
        type: 'ConfirmationOffered',
        data: {
          agreement: n,
          court,
          basis,
          offeredOn: today(context),
          fileBy: filingDueOn(dispute, n, context),
        },
      });
    }),
  ),
});
