import {
  offeredActionsSchema,
  offeredOpeningsSchema,
  pathParameters,
  PROBLEM_RESPONSES,
  TIER_TAGS,
  withWrites,
  type AggregateOpenApi,
} from '@mediation/aggregate-api';
import { REFUSALS } from '@mediation/dispute/domain';
import type { Tier } from '@mediation/kernel';
import { answerOf, answerSchema } from '@mediation/nest';
import type { z } from 'zod';
import { disputeFileAnswer, disputeHistoryAnswer, recordedAnswer } from './dispute-file.answer';
import { DISPUTE_CALLS } from './dispute.calls';
import { dossierReads } from './dossier/dossier.openapi';

const read = (tier: Tier, suffix: string, summary: string, answer: z.ZodType) => ({
  get: {
    operationId: `${tier}Read${suffix}`,
    tags: [TIER_TAGS[tier]],
    summary,
    parameters: pathParameters(['id']),
    responses: {
      200: {
        ...answerOf(answer),
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
      },
      401: PROBLEM_RESPONSES[401],
      404: PROBLEM_RESPONSES[404],
    },
  },
});

const openings = (tier: Tier) => ({
  get: {
    operationId: `${tier}ReadOpenings`,
    tags: [TIER_TAGS[tier]],
    summary: '可新开的事项 · What the caller may open',
    responses: { 200: answerOf(offeredOpeningsSchema), 401: PROBLEM_RESPONSES[401], 403: PROBLEM_RESPONSES[403] },
  },
});

/** The calls of these tiers, from the same table and schemas that serve them. */
export const disputeOpenApi = (tiers: readonly Tier[]): AggregateOpenApi => {
  const paths: Record<string, object> = {};
  for (const tier of tiers) {
    const base = `/api/${tier}/v1`;
    const reads = {
      [`${base}/disputes/{id}`]: read(tier, 'Dispute', '案卷 · The file', disputeFileAnswer),
      [`${base}/disputes/{id}/history`]: read(tier, 'History', '经过 · Its events', disputeHistoryAnswer),
      [`${base}/disputes/{id}/actions`]: read(
        tier,
        'Actions',
        '可办事项 · What the caller may do',
        offeredActionsSchema,
      ),
      [`${base}/actions`]: openings(tier),
      ...dossierReads(tier, TIER_TAGS[tier]),
    };
    Object.assign(paths, withWrites(reads, DISPUTE_CALLS, tier));
  }
  return { paths, refusals: REFUSALS, schemas: { [DISPUTE_CALLS.recorded]: answerSchema(recordedAnswer) } };
};
