import {
  pathParameters,
  PROBLEM_RESPONSES,
  TIER_TAGS,
  withWrites,
  type AggregateOpenApi,
} from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { answerOf } from '@mediation/nest';
import { SUBSIDY_REFUSALS } from '@mediation/subsidy/domain';
import { subsidyAnswer } from './subsidy.answer';
import { SUBSIDY_CALLS } from './subsidy.calls';

const read = (tier: Tier) => ({
  get: {
    operationId: `${tier}ReadSubsidy`,
    tags: [TIER_TAGS[tier]],
    summary: '个案补贴：进度、金额与依据 · The subsidy of a case: where it stands, how much, and why',
    parameters: pathParameters(['id']),
    responses: {
      200: { ...answerOf(subsidyAnswer), headers: { ETag: { $ref: '#/components/headers/ETag' } } },
      401: PROBLEM_RESPONSES[401],
      404: PROBLEM_RESPONSES[404],
    },
  },
});

const RECORDED = {
  type: 'object',
  required: ['id', 'revision'],
  properties: {
    id: { type: 'string', description: '纠纷编号 the dispute' },
    revision: { type: 'integer' },
    amountFen: { type: 'integer', description: '金额（分） integer fen' },
    rate: { type: 'string', description: '所依补贴标准 the rate' },
  },
  example: { id: '0190a6c2-…', revision: 0, amountFen: 10_000, rate: 'subsidy-general' },
};

/** The calls of these tiers, from the same table and schemas that serve them. */
export const subsidyOpenApi = (tiers: readonly Tier[]): AggregateOpenApi => ({
  paths: Object.assign(
    {},
    ...tiers.map((tier) => withWrites({ [`/api/${tier}/v1/subsidies/{id}`]: read(tier) }, SUBSIDY_CALLS, tier)),
  ) as Readonly<Record<string, object>>,
  refusals: SUBSIDY_REFUSALS,
  schemas: { [SUBSIDY_CALLS.recorded]: RECORDED },
});
