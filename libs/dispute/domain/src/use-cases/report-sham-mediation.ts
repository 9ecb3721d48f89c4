import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { kindOf } from '../custody';
import type { DisputeEvent } from '../dispute.events';
import type { MediatedDispute } from '../dispute.state';
import { bodyCode, fileText, PERSONAL, text } from '../fields';
import { isCourt } from '../situation';
import { inMediation, today, useCase } from '../use-case';

/** What waits already goes on waiting for its own reason. */
const suspension = ({ proceeding }: MediatedDispute): readonly DisputeEvent[] =>
  proceeding.suspended
    ? []
    : [{ type: 'MediationSuspended', data: { proceeding: proceeding.n, reason: 'suspected-sham' } }];

/** 虚假调解: suspended and reported at once (特邀调解规定 art. 18). What comes of it is for whoever examines the report. */
export const reportShamMediation = useCase({
  name: 'ReportShamMediation',
  data: z.strictObject({
    reportedTo: bodyCode.meta({ description: '接受报告的法院或公安机构 the court or police body told' }),
    grounds: text(4000).meta({ description: '可疑之处 what looks suspicious', ...PERSONAL }),
  }),
  bodies: ({ reportedTo }) => [reportedTo],
  decide: inMediation(({ reportedTo, grounds }, dispute, context) =>
    isCourt(reportedTo) || kindOf(reportedTo) === 'police'
      ? accept(...suspension(dispute), {
          type: 'ShamMediationReported',
          data: {
            proceeding: dispute.proceeding.n,
            reportedTo,
            reportedOn: today(context),
            personal: fileText(grounds),
          },
        })
      : refuse('not-a-court-or-police'),
  ),
});
