import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { inSigning, whenComplete } from '../agreement';
import { ordinal } from '../fields';
import { byCustodian, today, useCase } from '../use-case';

/** 加盖印章: by the body whose proceeding reached it, and by no other. */
export const sealAgreement = useCase({
  name: 'SealAgreement',
  data: z.strictObject({ agreement: ordinal }),
  decide: byCustodian((data, dispute, context) =>
    inSigning(dispute, data.agreement, (agreement) => {
      if (agreement.sealed) return refuse('already-signed');
      const on = today(context);
      return accept(
        { type: 'AgreementSealed', data: { agreement: agreement.n, body: context.actor.org, sealedOn: on } },
        ...whenComplete(dispute.file, agreement, { on, change: { sealed: true } }),
      );
    }),
  ),
});
