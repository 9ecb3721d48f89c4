import { accept, refuse } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import { z } from 'zod';
import { findAgreement } from '../agreement';
import { agreementFacts } from '../agreement.facts';
import { kindOf } from '../custody';
import type { DisputeFile } from '../dispute.state';
import type { PoliceCase } from '../procedure.state';
import { barTo } from '../situation';
import { known, today, useCase } from '../use-case';
import { POLICE_DECISIONS } from '../vocabulary';

/** The agreement that no penalty was applied for under; else the newest that the police themselves mediated; else the newest. */
const agreementIn = (file: DisputeFile, { noPenaltyFor }: PoliceCase) =>
  noPenaltyFor === undefined
    ? (file.agreements.findLast(({ body }) => kindOf(body) === 'police') ?? file.agreements.at(-1))
    : findAgreement(file, noPenaltyFor);

const factsOf = (file: DisputeFile, policeCase: PoliceCase): readonly FactTag[] => {
  const agreement = agreementIn(file, policeCase);
  if (agreement === undefined) return [];
  // An application that was not in writing has been refused before.
  return [...agreementFacts(agreement), ...(policeCase.noPenaltyFor ? (['applied-in-writing'] as const) : [])];
};

/** 处理决定: by the police that took the case; no penalty on the ground of a settlement only as art. 9 has it. */
export const decidePoliceCase = useCase({
  name: 'DecidePoliceCase',
  data: z.strictObject({ decision: z.enum(POLICE_DECISIONS) }),
  decide: known(({ decision }, dispute, context) => {
    const { policeCase } = dispute.file;
    if (policeCase === undefined) return refuse('no-police-case');
    if (policeCase.body !== context.actor.org) return refuse('not-the-police-of-the-case');
    if (policeCase.decision !== undefined) return refuse('police-case-decided');
    const ground =
      decision === 'no-penalty'
        ? barTo('decide-no-penalty', dispute, context, factsOf(dispute.file, policeCase))
        : undefined;
    if (ground) return refuse('barred-by-rule', ground);
    return accept({ type: 'PoliceCaseDecided', data: { body: policeCase.body, decision, decidedOn: today(context) } });
  }),
});
