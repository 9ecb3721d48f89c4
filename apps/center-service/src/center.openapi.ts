import { answerOf, answerSchema, pathParameter, PROBLEM_ANSWER, queryParameters } from '@mediation/nest';
import type { z } from 'zod';
import { assessmentPaths } from './assessment/assessment.openapi';
import { consoleConfigPath } from './console/console-config.openapi';
import { deadlineRulesAnswer } from './deadlines/deadlines.answer';
import { deadlinePost } from './deadlines/deadlines.openapi';
import { deadlineRulesQuery } from './deadlines/deadlines.query';
import { directoryPaths } from './directory/directory.openapi';
import { disputesAnswer, disputeWithTimeline } from './disputes/disputes.answer';
import { disputesQuery } from './disputes/disputes.query';
import { duplicatesAnswer } from './duplicates/duplicates.answer';
import { duplicatesQuery } from './duplicates/duplicates.query';
import { feedItem } from './feed/feed.answer';
import { funnelPaths } from './funnel/funnel.openapi';
import { hotSpotsPaths } from './hot-spots/hot-spots.openapi';
import { emergenciesAnswer } from './emergencies/emergencies.answer';
import { emergenciesQuery } from './emergencies/emergencies.query';
import { concernsAnswer, supervisionsAnswer } from './supervisions/supervisions.answer';
import { concernsQuery, supervisionsQuery } from './supervisions/supervisions.query';
import { bodiesAnswer, handoffsAnswer, matrixAnswer } from './handoffs/handoffs.answer';
import { bodiesQuery, handoffsQuery, matrixQuery } from './handoffs/handoffs.query';
import { screeningPaths } from './screening/screening.openapi';
import { subsidyPaths } from './subsidies/subsidies.openapi';
import { worklistAnswer } from './worklists/worklists.answer';
import { returnsPaths } from './returns/returns.openapi';
import { partyPaths } from './party/party.openapi';
import { pullPaths } from './pull/pull.openapi';
import { summaryAnswer } from './summary/summary.answer';
import { summaryQuery } from './summary/summary.controller';
import { parkedAnswer, viewsAnswer } from './views/views.answer';
import { webhookPaths } from './webhooks/webhooks.openapi';

const TAG = '中心 centre';
const base = '/api/center/v1';

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  schema: { type: 'string' },
  description: '从此事件之后续传 go on after this event',
};

const reading = (operationId: string, summary: string, parameters: readonly object[], ok: object) => ({
  get: {
    operationId,
    tags: [TAG],
    summary,
    parameters,
    responses: { 200: ok, 400: PROBLEM_ANSWER, 401: PROBLEM_ANSWER, 403: PROBLEM_ANSWER, 404: PROBLEM_ANSWER },
  },
});

/** A call that answers by the schema. */
const read = (operationId: string, summary: string, parameters: readonly object[], answer: z.ZodType) =>
  reading(operationId, summary, parameters, answerOf(answer));

/** Server-sent events, the data of each by the schema. */
const stream = (operationId: string, summary: string, item: z.ZodType) =>
  reading(operationId, summary, [lastEventId], {
    description: '事件流，每条 data 为一个 JSON · a stream; the data of each event is one JSON text',
    content: { 'text/event-stream': { schema: answerSchema(item) } },
  });

/** The centre's calls, with the query schemas that check them. */
export const centerOpenApi = () => ({
  paths: {
    '/console/config.json': consoleConfigPath,
    ...directoryPaths(base, read),
    ...partyPaths(base),
    [`${base}/handoffs`]: read(
      'centerHandoffs',
      '三位一体移交看板 · The handoff board',
      queryParameters(handoffsQuery),
      handoffsAnswer,
    ),
    [`${base}/handoffs/matrix`]: read(
      'centerMatrix',
      '三级与三调的移交矩阵 · Handoffs by tier and by channel',
      queryParameters(matrixQuery),
      matrixAnswer,
    ),
    [`${base}/emergencies`]: read(
      'centerEmergencies',
      '突发群体性事件 · Mass incidents, those that are running first',
      queryParameters(emergenciesQuery),
      emergenciesAnswer,
    ),
    [`${base}/supervisions`]: read(
      'centerSupervisions',
      '督办与交办及其回应 · What superiors ordered and what came back',
      queryParameters(supervisionsQuery),
      supervisionsAnswer,
    ),
    [`${base}/supervisions/concerns`]: read(
      'centerConcerns',
      '逾期、两次退回、风险上升 · What is overdue, bounced twice or rising',
      queryParameters(concernsQuery),
      concernsAnswer,
    ),
    [`${base}/handoffs/bodies`]: read(
      'centerHandoffBodies',
      '各机构待答复的移交与用时中位数 · What each body has to answer and how long it takes',
      queryParameters(bodiesQuery),
      bodiesAnswer,
    ),
    [`${base}/disputes`]: read('centerDisputes', '纠纷检索 · Search', queryParameters(disputesQuery), disputesAnswer),
    [`${base}/disputes/{id}`]: read(
      'centerDispute',
      '一件纠纷及其经过 · One dispute with its timeline',
      [pathParameter('id', '0190a6c2-…')],
      disputeWithTimeline,
    ),
    [`${base}/worklists/{orgCode}`]: read(
      'centerWorklist',
      '待办清单 · What this body must do next',
      [pathParameter('orgCode', '370402102-committee')],
      worklistAnswer,
    ),
    [`${base}/possible-duplicates`]: read(
      'centerPossibleDuplicates',
      '疑似重复 · Disputes that may be the same one',
      queryParameters(duplicatesQuery),
      duplicatesAnswer,
    ),
    [`${base}/deadlines`]: {
      ...read(
        'centerDeadlineRules',
        '期限规则 · The rules of time limits',
        queryParameters(deadlineRulesQuery),
        deadlineRulesAnswer,
      ),
      post: deadlinePost(TAG),
    },
    [`${base}/summary`]: read(
      'centerSummary',
      '汇总 · Counts of a period',
      queryParameters(summaryQuery),
      summaryAnswer,
    ),
    ...funnelPaths(base, read),
    ...returnsPaths(base, read),
    ...screeningPaths(base, read),
    ...hotSpotsPaths(base, read),
    ...subsidyPaths(base, read, reading),
    ...assessmentPaths(base, read),
    [`${base}/events`]: stream('centerEvents', '实时事件(SSE) · Server-sent events', feedItem),
    ...pullPaths(base, TAG),
    ...webhookPaths(base, TAG),
    [`${base}/views`]: read('centerViews', '各视图的位置 · Where each view stands', [], viewsAnswer),
    [`${base}/parked`]: read('centerParked', '搁置的事件流 · Streams a view could not take in', [], parkedAnswer),
  },
});
