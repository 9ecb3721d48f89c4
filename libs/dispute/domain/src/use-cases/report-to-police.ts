import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { kindOf } from '../custody';
import { bodyCode, partyId } from '../fields';
import { hasParty, known, useCase } from '../use-case';
import { REPORT_DUTIES } from '../vocabulary';

/** 报告公安机关: the duties of 人民调解法 art. 25 and 反家庭暴力法 art. 14. Whoever sees the dispute may do its duty, at any time. */
export const reportToPolice = useCase({
  name: 'ReportToPolice',
  data: z.strictObject({
    duty: z.enum(REPORT_DUTIES).meta({ description: '报告事由 which duty' }),
    victim: partyId.optional().meta({ description: '受害人 the victim, where it is a party' }),
    reportedTo: bodyCode.meta({ description: '接受报告的公安机关 the police body told' }),
  }),
  bodies: ({ reportedTo }) => [reportedTo],
  decide: known(({ duty, victim, reportedTo }, dispute, { occurredAt }) => {
    if (kindOf(reportedTo) !== 'police') return refuse('not-a-police-body');
    if (victim !== undefined && !hasParty(dispute, victim)) return refuse('party-unknown');
    return accept({ type: 'PoliceReportMade', data: { duty, victim, reportedTo, reportedAt: occurredAt } });
  }),
});
