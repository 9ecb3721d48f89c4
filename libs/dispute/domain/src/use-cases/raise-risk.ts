import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { kindOf } from '../custody';
import { bodyCode, count } from '../fields';
import { byCustodian, today, useCase } from '../use-case';
import { ESCALATION_RISKS } from '../vocabulary';

/** 激化苗头: what may turn into a public-order or criminal case is reported to the police (人民调解法 art. 25). */
export const raiseRisk = useCase({
  name: 'RaiseEscalationRisk',
  data: z.strictObject({
    risk: z.enum(ESCALATION_RISKS),
    people: count.default(1),
    reportedTo: bodyCode.optional().meta({ description: '已报告的公安机关 the police body told' }),
  }),
  bodies: ({ reportedTo }) => [reportedTo],
  decide: byCustodian((data) => {
    const toPolice = data.reportedTo !== undefined && kindOf(data.reportedTo) === 'police';
    if (data.risk === 'civil-to-criminal' && !toPolice) return refuse('police-report-needed');
    return accept({ type: 'EscalationRiskRaised', data });
  }),
});

/** 防止民转刑、避免上访: the risk raised before did not come true. */
export const avertRisk = useCase({
  name: 'AvertEscalation',
  data: z.strictObject({ risk: z.enum(ESCALATION_RISKS), people: count.default(1) }),
  decide: byCustodian(({ risk, people }, { file }, context) =>
    file.risks.includes(risk)
      ? accept({ type: 'EscalationAverted', data: { risk, people, avertedOn: today(context) } })
      : refuse('risk-not-raised'),
  ),
});
