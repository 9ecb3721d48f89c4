import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { inSigning, whenComplete } from '../agreement';
import { mediatorId, ordinal, partyId } from '../fields';
import { byCustodian, hasParty, today, useCase } from '../use-case';

/** 签名、盖章或按指印: a party's, or the mediator's. */
export const signAgreement = useCase({
  name: 'SignAgreement',
  data: z
    .strictObject({ agreement: ordinal, party: partyId.optional(), mediator: mediatorId.optional() })
    .refine((data) => (data.party === undefined) !== (data.mediator === undefined), {
      error: '填写当事人或调解员之一 / name either a party or a mediator',
    }),
  decide: byCustodian((data, dispute, context) =>
    inSigning(dispute, data.agreement, (agreement) => {
      const on = today(context);
      if (data.mediator !== undefined) {
        if (!agreement.mediators.includes(data.mediator)) return refuse('mediator-unknown');
        if (agreement.mediatorSigned) return refuse('already-signed');
        if (dispute.phase === 'in-mediation' && dispute.proceeding.recused.includes(data.mediator))
          return refuse('mediator-recused');
        return accept(
          {
            type: 'AgreementSignedByMediator',
            data: { agreement: agreement.n, mediator: data.mediator, signedOn: on },
          },
          ...whenComplete(dispute.file, agreement, { on, change: { mediatorSigned: true } }),
        );
      }
      const party = data.party ?? '';
      if (!hasParty(dispute, party)) return refuse('party-unknown');
      if (agreement.signedBy.includes(party)) return refuse('already-signed');
      return accept(
        { type: 'AgreementSignedByParty', data: { agreement: agreement.n, party, signedOn: on } },
        ...whenComplete(dispute.file, agreement, { on, change: { signedBy: [...agreement.signedBy, party] } }),
      );
    }),
  ),
});
