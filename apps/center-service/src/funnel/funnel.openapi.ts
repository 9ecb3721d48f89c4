import { queryParameters } from '@mediation/nest';
import type { z } from 'zod';
import { funnelAnswer, funnelDisputesAnswer } from './funnel.answer';
import { funnelDisputesQuery, funnelQuery } from './funnel.query';

/** Describes a call that answers by the schema. */
export type DescribeRead = (
  operationId: string,
  summary: string,
  parameters: readonly object[],
  answer: z.ZodType,
) => object;

export const funnelPaths = (base: string, read: DescribeRead) => ({
  [`${base}/funnel`]: read(
    'centerFunnel',
    '化解漏斗 · Where disputes settle, over time and against the period before',
    queryParameters(funnelQuery),
    funnelAnswer,
  ),
  [`${base}/funnel/disputes`]: read(
    'centerFunnelDisputes',
    '漏斗数字所指的纠纷 · The disputes of a figure',
    queryParameters(funnelDisputesQuery),
    funnelDisputesAnswer,
  ),
});
