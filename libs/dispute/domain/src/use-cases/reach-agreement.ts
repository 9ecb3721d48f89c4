import { accept, refuse } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { takesEffect } from '../agreement';
import type { DisputeEvent } from '../dispute.events';
import type { DisputeFile, MediatedDispute } from '../dispute.state';
import { fen, partyId, plainDate, text } from '../fields';
import { barTo } from '../situation';
import { hasParty, inActiveMediation, today, useCase } from '../use-case';

const obligation = z.strictObject({
  debtor: partyId.meta({ description: '履行义务人 who owes' }),
  amountFen: fen.min(1).optional(),
  dueOn: plainDate.meta({ description: '履行期限 due on' }),
});

const refusalOf = ({ proceeding }: MediatedDispute) => {
  if (proceeding.mediators.length === 0) return 'no-mediator' as const;
  return proceeding.sessions === 0 ? ('no-session-held' as const) : undefined;
};

const superseded = (file: DisputeFile): readonly DisputeEvent[] =>
  file.agreements
    .filter((each) => each.status === 'signing')
    .map((each) => ({ type: 'AgreementSuperseded', data: { agreement: each.n } }));

/** Nothing is left to perform. */
const atOnce = (obligations: number): readonly FactTag[] => (obligations === 0 ? ['agreement-performed'] : []);

/** 达成协议: written, to be signed and sealed; or oral, in effect that day and recorded by the mediator (人民调解法 art. 28–30). */
export const reachAgreement = useCase({
  name: 'ReachAgreement',
  data: z.strictObject({
    form: z.enum(['written', 'oral']),
    extent: z.enum(['full', 'partial']).default('full'),
    terms: text(8000).meta({ description: '协议内容 terms' }),
    obligations: z.array(obligation).max(100).default([]),
  }),
  decide: inActiveMediation((data, dispute, context) => {
    const refusal = refusalOf(dispute);
    if (refusal) return refuse(refusal);
    if (!data.obligations.every((each) => hasParty(dispute, each.debtor))) return refuse('party-unknown');
    const ground =
      data.form === 'oral' ? barTo('agree-orally', dispute, context, atOnce(data.obligations.length)) : undefined;
    if (ground) return refuse('barred-by-rule', ground);
    const n = dispute.file.agreements.length + 1;
    const obligations = data.obligations.map((each, index) => ({ id: index + 1, ...each }));
    const reached: DisputeEvent = {
      type: 'AgreementReached',
      data: {
        agreement: n,
        proceeding: dispute.proceeding.n,
        form: data.form,
        extent: data.extent,
        obligations,
        personal: { file: { text: data.terms } },
      },
    };
    const effect =
      data.form === 'oral'
        ? takesEffect(
            { n, obligations: obligations.map((o) => ({ ...o, paidFen: 0, performed: false })) },
            today(context),
          )
        : [];
    return accept(...superseded(dispute.file), reached, ...effect);
  }),
});
