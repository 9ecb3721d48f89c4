import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { findAgreement } from '../agreement';
import { ordinal } from '../fields';
import { known, today, useCase } from '../use-case';

/** 出具履行情况证明: the body that mediated certifies that nothing is left to perform; the police go by it. */
export const issuePerformanceCertificate = useCase({
  name: 'IssuePerformanceCertificate',
  data: z.strictObject({ agreement: ordinal }),
  decide: known(({ agreement: n }, { file }, context) => {
    const agreement = findAgreement(file, n);
    if (agreement === undefined) return refuse('agreement-unknown');
    if (agreement.body !== context.actor.org) return refuse('not-the-mediating-body');
    if (agreement.status !== 'performed') return refuse('not-performed');
    if (file.certifiedPerformances.includes(n)) return refuse('performance-certified');
    return accept({
      type: 'PerformanceCertified',
      data: { agreement: n, body: agreement.body, certifiedOn: today(context) },
    });
  }),
});
