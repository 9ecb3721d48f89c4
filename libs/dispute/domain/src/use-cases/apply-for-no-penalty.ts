import { accept, refuse, type BodyCode } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { findAgreement } from '../agreement';
import { agreementFacts } from '../agreement.facts';
import type { Agreement, DisputeFile } from '../dispute.state';
import { ordinal, partyId } from '../fields';
import { barTo } from '../situation';
import { hasParty, known, today, useCase } from '../use-case';

/** Who may put it on record: the responsible body, the one that mediated, the police it is handed to. */
const mayRecord = ({ custodian, policeCase }: DisputeFile, agreement: Agreement, org: BodyCode): boolean =>
  [custodian, agreement.body, policeCase?.body].includes(org);

/** 申请不予处罚: once the agreement is made and performed, in writing, before the police decide (治安管理处罚法 art. 9). */
export const applyForNoPenalty = useCase({
  name: 'ApplyForNoPenalty',
  data: z.strictObject({
    agreement: ordinal,
    applicants: z
      .array(partyId)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: '申请人，默认全部当事人 who applies; default: all parties' }),
    inWriting: z.boolean().meta({ description: '是否书面申请 in writing' }),
  }),
  decide: known((data, dispute, context) => {
    const { file } = dispute;
    const { policeCase } = file;
    if (policeCase === undefined) return refuse('no-police-case');
    const agreement = findAgreement(file, data.agreement);
    if (agreement === undefined) return refuse('agreement-unknown');
    if (!mayRecord(file, agreement, context.actor.org)) return refuse('not-the-responsible-body');
    const applicants = data.applicants ?? file.parties.map(({ id }) => id);
    if (!applicants.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
    if (policeCase.noPenaltyFor === agreement.n) return refuse('no-penalty-applied-for');
    const facts: readonly (FactTag | false)[] = [
      ...agreementFacts(agreement),
      data.inWriting && 'applied-in-writing',
      file.parties.every(({ id }) => applicants.includes(id)) && 'applied-jointly',
      policeCase.decision !== undefined && 'decided-already',
    ];
    const ground = barTo(
      'apply-for-no-penalty',
      dispute,
      context,
      facts.filter((fact) => fact !== false),
    );
    if (ground) return refuse('barred-by-rule', ground);
    return accept({
      type: 'NoPenaltyAppliedFor',
      data: { agreement: agreement.n, applicants: [...new Set(applicants)], appliedOn: today(context) },
    });
  }),
});
