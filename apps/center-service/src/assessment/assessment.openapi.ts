import { pathParameter, queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { assessmentAnswer, assessmentFilesAnswer } from './assessment.answer';
import { assessmentFilesQuery, assessmentQuery } from './assessment.query';

export const assessmentPaths = (base: string, read: DescribeRead) => ({
  [`${base}/assessment`]: read(
    'centerAssessment',
    '考核指标 · Indicators by body or mediator, each with its formula and what it leaves out',
    queryParameters(assessmentQuery),
    assessmentAnswer,
  ),
  [`${base}/assessment/{indicator}/files`]: read(
    'centerAssessmentFiles',
    '指标所计的案件 · The files of a figure',
    [pathParameter('indicator', 'success'), ...queryParameters(assessmentFilesQuery)],
    assessmentFilesAnswer,
  ),
});
