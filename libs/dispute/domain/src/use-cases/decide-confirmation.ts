import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { byConfirmingCourt } from '../confirmation';
import type { Confirmation } from '../procedure.state';
import { ordinal, text } from '../fields';
import { today, useCase } from '../use-case';
import { CONFIRMATION_DECISIONS, type ConfirmationDecision } from '../vocabulary';

const caseNumber = text(80)
  .optional()
  .meta({ description: '案号 case number', examples: ['（2026）鲁0402调确1号'] });

const notDecidable = ({ status }: Confirmation, decision: ConfirmationDecision) => {
  switch (status) {
    case 'offered':
      return 'confirmation-not-filed' as const;
    case 'filed':
      return undefined;
    case 'accepted':
      // 受理后发现不予受理情形的，裁定驳回申请 (解释 art. 355).
      return decision === 'refused' ? ('confirmation-under-way' as const) : undefined;
    case 'confirmed':
    case 'dismissed':
    case 'refused':
      return 'confirmation-decided' as const;
  }
};

/** 受理. */
export const acceptConfirmation = useCase({
  name: 'AcceptConfirmation',
  data: z.strictObject({ agreement: ordinal, caseNumber }),
  decide: byConfirmingCourt((data, { status, court }, context) => {
    switch (status) {
      case 'filed':
        return accept({ type: 'ConfirmationAccepted', data: { court, ...data, acceptedOn: today(context) } });
      case 'offered':
        return refuse('confirmation-not-filed');
      case 'accepted':
        return refuse('confirmation-under-way');
      default:
        return refuse('confirmation-decided');
    }
  }),
});

/** 裁定有效、驳回申请或不予受理. Where both parties come together it may be taken and decided at once (司法确认规定 art. 4). */
export const decideConfirmation = useCase({
  name: 'DecideConfirmation',
  data: z.strictObject({ agreement: ordinal, decision: z.enum(CONFIRMATION_DECISIONS), caseNumber }),
  decide: byConfirmingCourt((data, confirmation, context) => {
    const refusal = notDecidable(confirmation, data.decision);
    if (refusal) return refuse(refusal);
    return accept({
      type: 'ConfirmationDecided',
      data: { court: confirmation.court, ...data, decidedOn: today(context) },
    });
  }),
});
