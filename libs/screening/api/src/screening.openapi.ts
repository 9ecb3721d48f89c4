import {
  pathParameters,
  PROBLEM_RESPONSES,
  TIER_TAGS,
  withWrites,
  type AggregateOpenApi,
} from '@mediation/aggregate-api';
import type { Tier } from '@mediation/kernel';
import { SCREENING_REFUSALS } from '@mediation/screening/domain';
import { z } from 'zod';
import { SCREENING_CALLS } from './screening.calls';
import { screeningFileSchema } from './screening-file';

const recorded = z.object({
  id: z.string(),
  revision: z.int(),
  findings: z.array(z.string()).optional().meta({ description: '所报线索的编号 ids of the findings reported' }),
});

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output' });
  return json;
};

const read = (tier: Tier) => ({
  get: {
    operationId: `${tier}ReadScreening`,
    tags: [TIER_TAGS[tier]],
    summary: '一次排查 · A screening as the journal has it',
    parameters: pathParameters(['id']),
    responses: {
      200: {
        description: '成功 OK',
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Screening' } } },
      },
      401: PROBLEM_RESPONSES[401],
      404: PROBLEM_RESPONSES[404],
    },
  },
});

export const screeningOpenApi = (tiers: readonly Tier[]): AggregateOpenApi => ({
  paths: Object.assign(
    {},
    ...tiers.map((tier) => withWrites({ [`/api/${tier}/v1/screenings/{id}`]: read(tier) }, SCREENING_CALLS, tier)),
  ) as AggregateOpenApi['paths'],
  refusals: SCREENING_REFUSALS,
  schemas: { Screening: schemaOf(screeningFileSchema), [SCREENING_CALLS.recorded]: schemaOf(recorded) },
});
