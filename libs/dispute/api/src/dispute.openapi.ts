import {
  pathParameters,
  PROBLEM_RESPONSES,
  TIER_TAGS,
  withWrites,
  type AggregateOpenApi,
} from '@mediation/aggregate-api';
import { REFUSALS } from '@mediation/dispute/domain';
import type { Tier } from '@mediation/kernel';
import { DISPUTE_CALLS } from './dispute.calls';
import { dossierReads } from './dossier/dossier.openapi';

const read = (tier: Tier, suffix: string, summary: string) => ({
  get: {
    operationId: `${tier}Read${suffix}`,
    tags: [TIER_TAGS[tier]],
    summary,
    parameters: pathParameters(['id']),
    responses: {
      200: {
        description: '成功 OK',
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      401: PROBLEM_RESPONSES[401],
      404: PROBLEM_RESPONSES[404],
    },
  },
});

const RECORDED = {
  type: 'object',
  required: ['id', 'revision'],
  properties: {
    id: { type: 'string' },
    revision: { type: 'integer' },
    handoff: { type: 'string' },
    agreement: { type: 'integer' },
    proceeding: { type: 'integer' },
    session: { type: 'integer' },
    effectiveOn: { type: 'string', format: 'date' },
    custodian: { type: 'string' },
    number: { type: 'string' },
  },
  example: { id: '0190a6c2-…', revision: 3, handoff: 'h1' },
};

/** The calls of these tiers, from the same table and schemas that serve them. */
export const disputeOpenApi = (tiers: readonly Tier[]): AggregateOpenApi => {
  const paths: Record<string, object> = {};
  for (const tier of tiers) {
    const base = `/api/${tier}/v1`;
    const reads = {
      [`${base}/disputes/{id}`]: read(tier, 'Dispute', '案卷 · The file'),
      [`${base}/disputes/{id}/history`]: read(tier, 'History', '经过 · Its events'),
      ...dossierReads(tier, TIER_TAGS[tier]),
    };
    Object.assign(paths, withWrites(reads, DISPUTE_CALLS, tier));
  }
  return { paths, refusals: REFUSALS, schemas: { [DISPUTE_CALLS.recorded]: RECORDED } };
};
