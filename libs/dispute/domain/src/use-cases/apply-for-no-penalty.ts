import { accept, refuse, type BodyCode } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { findAgreement } from '../agreement';
import { agreementFacts } from '../agreement.facts';
import type { PartyId } from '../dispute.events';
import type { Agreement, DisputeFile, KnownDispute } from '../dispute.state';
import { ordinal, partyId } from '../fields';
import { barTo } from '../situation';
import { hasParty, known, today, useCase, type Context, type DisputeDecision } from '../use-case';

/** Who may put it on record: the responsible body, the one that mediated, the police it is handed to. */
const mayRecord = ({ custodian, policeCase }: DisputeFile, agreement: Agreement, org: BodyCode): boolean =>
  [custodian, agreement.body, policeCase?.body].includes(org);

const data = z.strictObject({
  agreement: ordinal,
  applicants: z
    .array(partyId)
    .min(1)
    .max(50)
    .optional()
    .meta({ description: '申请人，默认全部当事人 who applies; default: all parties' }),
  inWriting: z.boolean().meta({ description: '是否书面申请 in writing' }),
});

interface Application {
  readonly agreement: Agreement;
  readonly applicants: readonly PartyId[];
  readonly inWriting: boolean;
}

const factsOf = ({ parties, policeCase }: DisputeFile, { agreement, applicants, inWriting }: Application) => {
  const facts: readonly (FactTag | false)[] = [
    ...agreementFacts(agreement),
    inWriting && 'applied-in-writing',
    parties.every(({ id }) => applicants.includes(id)) && 'applied-jointly',
    policeCase?.decision !== undefined && 'decided-already',
  ];
  return facts.filter((fact) => fact !== false);
};

const applying = (application: Application, dispute: KnownDispute, context: Context): DisputeDecision => {
  const { agreement, applicants } = application;
  const { file } = dispute;
  if (!mayRecord(file, agreement, context.actor.org)) return refuse('not-the-responsible-body');
  if (!applicants.every((party) => hasParty(dispute, party))) return refuse('party-unknown');
  if (file.policeCase?.noPenaltyFor === agreement.n) return refuse('no-penalty-applied-for');
  const ground = barTo('apply-for-no-penalty', dispute, context, factsOf(file, application));
  if (ground) return refuse('barred-by-rule', ground);
  return accept({
    type: 'NoPenaltyAppliedFor',
    data: { agreement: agreement.n, applicants: [...new Set(applicants)], appliedOn: today(context) },
  });
};

/** 申请不予处罚: once the agreement is made and performed, in writing, before the police decide (治安管理处罚法 art. 9). */
export const applyForNoPenalty = useCase({
  name: 'ApplyForNoPenalty',
  data,
  decide: known(({ agreement: n, applicants, inWriting }, dispute, context) => {
    const { file } = dispute;
    if (file.policeCase === undefined) return refuse('no-police-case');
    const agreement = findAgreement(file, n);
    if (agreement === undefined) return refuse('agreement-unknown');
    const all = file.parties.map(({ id }) => id);
    return applying({ agreement, applicants: applicants ?? all, inWriting }, dispute, context);
  }),
});
