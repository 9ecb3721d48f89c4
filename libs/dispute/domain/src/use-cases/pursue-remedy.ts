import { accept, refuse, type Ground } from '@mediation/kernel';
import type { Act, FactTag } from '@mediation/rules';
import { z } from 'zod';
import { agreementFacts } from '../agreement.facts';
import { confirmationOf, inEffect } from '../confirmation';
import type { Agreement, KnownDispute } from '../dispute.state';
import { ordinal } from '../fields';
import { barTo } from '../situation';
import { known, today, useCase, type Context } from '../use-case';
import { REMEDIES, type Remedy } from '../vocabulary';

const ACT: Readonly<Record<Remedy, Act | undefined>> = {
  enforcement: 'apply-for-enforcement',
  'notarised-enforcement': 'apply-for-enforcement',
  'payment-order': 'apply-for-payment-order',
  litigation: undefined,
  're-mediation': undefined,
};

const factsFor = ({ file }: KnownDispute, agreement: Agreement, way: Remedy): readonly FactTag[] => {
  const facts: readonly (FactTag | false)[] = [
    'agreement-effective',
    way === 'notarised-enforcement' && 'agreement-notarised',
    confirmationOf(file, agreement.n)?.status === 'confirmed' && 'agreement-confirmed',
    agreement.obligations.some(({ amountFen, performed }) => amountFen !== undefined && !performed) && 'money-claim',
  ];
  return [...agreementFacts(agreement), ...facts.filter((fact) => fact !== false)];
};

/** Anew before the mediators, or in court: once it is broken, or a court would not confirm it (人民调解法 art. 32, 33; 民事诉讼法 art. 206). */
const isOpen = ({ file }: KnownDispute, { n, status }: Agreement, way: Remedy): boolean => {
  const confirmation = confirmationOf(file, n)?.status;
  return ACT[way] !== undefined || status === 'breached' || confirmation === 'dismissed' || confirmation === 'refused';
};

const groundAgainst = (
  way: Remedy,
  { dispute, agreement }: { readonly dispute: KnownDispute; readonly agreement: Agreement },
  context: Context,
): Ground | undefined => {
  const act = ACT[way];
  return act && barTo(act, dispute, context, factsFor(dispute, agreement, way));
};

/** 强制执行、支付令、公证债权文书执行、起诉、重新调解: what a party does with an agreement that was not kept, or not confirmed. */
export const pursueRemedy = useCase({
  name: 'PursueRemedy',
  data: z.strictObject({ agreement: ordinal, way: z.enum(REMEDIES) }),
  decide: known(({ agreement: n, way }, dispute, context) => {
    if (dispute.file.custodian !== context.actor.org) return refuse('not-the-responsible-body');
    return inEffect(dispute, n, (agreement) => {
      if (!isOpen(dispute, agreement, way)) return refuse('remedy-not-open');
      const ground = groundAgainst(way, { dispute, agreement }, context);
      if (ground) return refuse('barred-by-rule', ground);
      return accept({ type: 'RemedyPursued', data: { agreement: n, way, pursuedOn: today(context) } });
    });
  }),
});
