import { accept, refuse, type Ground } from '@mediation/kernel';
import { z } from 'zod';
import { confirmationFacts, confirmationOf, inEffect } from '../confirmation';
import type { CourtRefusal } from '../court.refusals';
import type { Agreement, OpenDispute } from '../dispute.state';
import { bodyCode, ordinal, partyId } from '../fields';
import type { Confirmation } from '../procedure.state';
import { situationOf } from '../situation';
import { byCustodian, hasParty, today, useCase, type Context } from '../use-case';

const JOINTLY = 'fact:applied-jointly';

const AFTER_FILING: Readonly<Record<Exclude<Confirmation['status'], 'offered'>, CourtRefusal>> = {
  filed: 'confirmation-under-way',
  accepted: 'confirmation-under-way',
  confirmed: 'confirmation-decided',
  dismissed: 'confirmation-decided',
  refused: 'confirmation-decided',
};

const statusRefusal = (dispute: OpenDispute, n: number, court: string): CourtRefusal | undefined => {
  const confirmation = confirmationOf(dispute.file, n);
  if (confirmation === undefined) return 'confirmation-not-offered';
  if (confirmation.status !== 'offered') return AFTER_FILING[confirmation.status];
  return confirmation.court === court ? undefined : 'not-the-offered-court';
};

/**
 * What was offered was found to lie within the court's jurisdiction; the rest is asked again, as time and matters may have changed. Whether
 * all apply is a matter of this application, whoever brought the dispute.
 */
const groundAgainst = (
  { agreement, applicants }: { readonly agreement: Agreement; readonly applicants: readonly string[] },
  dispute: OpenDispute,
  context: Context,
): Ground | undefined => {
  const facts = [...confirmationFacts(dispute, agreement, context), 'court-has-jurisdiction'] as const;
  const situation = situationOf(dispute, context, facts).filter((tag) => tag !== JOINTLY);
  const jointly = dispute.file.parties.every(({ id }) => applicants.includes(id));
  return context.rules.gate('file-confirmation', jointly ? [...situation, JOINTLY] : situation);
};

/** 申请司法确认: by the parties together, within thirty days (民事诉讼法 art. 205), in writing or orally (解释 art. 353). */
export const fileConfirmation = useCase({
  name: 'FileConfirmation',
  data: z.strictObject({
    agreement: ordinal,
    court: bodyCode,
    applicants: z
      .array(partyId)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: '申请人，默认各方当事人 who applies; default every party' }),
    manner: z.enum(['written', 'oral']).meta({ description: '书面或口头 in writing or orally' }),
  }),
  bodies: ({ court }) => [court],
  decide: byCustodian(({ agreement: n, court, applicants: named, manner }, dispute, context) =>
    inEffect(dispute, n, (agreement) => {
      const refusal = statusRefusal(dispute, n, court);
      if (refusal) return refuse(refusal);
      const applicants = named ?? dispute.file.parties.map(({ id }) => id);
      if (!applicants.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
      const ground = groundAgainst({ agreement, applicants }, dispute, context);
      if (ground) return refuse('barred-by-rule', ground);
      return accept({
        type: 'ConfirmationFiled',
        data: { agreement: n, court, applicants: [...new Set(applicants)], manner, filedOn: today(context) },
      });
    }),
  ),
});
