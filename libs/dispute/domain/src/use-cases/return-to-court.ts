import { accept, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { returnToCourt, toldCourt } from '../court-return';
import type { OpenDispute } from '../dispute.state';
import { openReferral } from '../situation';
import { byCustodian, useCase } from '../use-case';
import type { CourtResult } from '../vocabulary';

type Finished = Extract<OpenDispute, { phase: 'ended' | 'agreed' }>;

/** What it may be returned with as it stands; the first by default. */
const resultsOf = (dispute: Finished): readonly [CourtResult, CourtResult] => {
  if (dispute.phase === 'agreed') return dispute.inPart ? ['failed', 'terminated'] : ['settled', 'suit-withdrawn'];
  return dispute.outcome === 'failed' ? ['failed', 'terminated'] : ['terminated', 'failed'];
};

/** The court that was told of the agreement still waits for the suit's withdrawal. */
const awaitsWithdrawal = ({ file }: OpenDispute): boolean => file.courtReferral?.result === 'settled';

/**
 * 报告并退回法院 (特邀调解规定 art. 26): an agreement is reported, and performed where it was made; whatever failed goes back with the
 * papers. A mediation that fails, is ended or refused goes back by itself.
 */
export const returnDisputeToCourt = useCase({
  name: 'ReturnToCourt',
  data: z.strictObject({
    result: z
      .enum(['settled', 'suit-withdrawn', 'terminated', 'failed'])
      .optional()
      .meta({ description: '结果，默认依纠纷现状 result; default as the dispute stands' }),
  }),
  decide: byCustodian((data, dispute, context) => {
    const waiting = awaitsWithdrawal(dispute) && data.result === 'suit-withdrawn';
    if (openReferral(dispute.file) === undefined && !waiting) return refuse('no-court-referral');
    if (dispute.phase !== 'ended' && dispute.phase !== 'agreed') return refuse('mediation-not-ended');
    const results = resultsOf(dispute);
    const result = data.result ?? results[0];
    if (!results.includes(result)) return refuse('result-does-not-fit');
    return accept(...(waiting ? toldCourt(dispute, result, context) : returnToCourt(dispute, result, context)));
  }),
});
