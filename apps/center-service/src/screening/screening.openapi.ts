import { pathParameter, queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { findingsAnswer, planProgressAnswer, plansAnswer } from './screening.answer';
import { findingsQuery, planQuery, plansQuery } from './screening.query';

export const screeningPaths = (base: string, read: DescribeRead) => ({
  [`${base}/screening/plans`]: read(
    'centerScreeningPlans',
    '排查部署与进度 · Screenings and how far they are',
    queryParameters(plansQuery),
    plansAnswer,
  ),
  [`${base}/screening/plans/{id}`]: read(
    'centerScreeningPlan',
    '一次排查，逐村进度 · One screening, village by village',
    [pathParameter('id', '0190a6c2-…'), ...queryParameters(planQuery)],
    planProgressAnswer,
  ),
  [`${base}/screening/findings`]: read(
    'centerScreeningFindings',
    '排查线索 · What screenings found',
    queryParameters(findingsQuery),
    findingsAnswer,
  ),
});
