import { z } from 'zod';
import { consoleConfigPath } from './console/console-config.openapi';
import { deadlinePost } from './deadlines/deadlines.openapi';
import { deadlineRulesQuery } from './deadlines/deadlines.query';
import { disputesQuery } from './disputes/disputes.query';
import { duplicatesQuery } from './duplicates/duplicates.query';
import { bodiesAnswer, handoffsAnswer, matrixAnswer } from './handoffs/handoffs.answer';
import { bodiesQuery, handoffsQuery, matrixQuery } from './handoffs/handoffs.query';
import { summaryQuery } from './summary/summary.controller';

const TAG = '中心 centre';
const base = '/api/center/v1';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

const queryParameters = (schema: z.ZodType) => {
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return Object.entries(json.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: 'query',
    required: json.required?.includes(name) ?? false,
    schema: property,
    ...(description !== undefined && { description }),
  }));
};

const pathParameter = (name: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example,
});

const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  schema: { type: 'string' },
  description: '从此事件之后续传 go on after this event',
};

const problem = {
  description: '见 see Problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Not told yet in full. */
const ANYTHING = z.looseObject({});

const schemaOf = (answer: z.ZodType) =>
  z.toJSONSchema(answer, { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' });

const reading = (operationId: string, summary: string, parameters: readonly object[], content: object) => ({
  get: {
    operationId,
    tags: [TAG],
    summary,
    parameters,
    responses: { 200: { description: '成功 OK', content }, 400: problem, 401: problem, 404: problem },
  },
});

/** A call that answers by the schema. */
const read = (operationId: string, summary: string, parameters: readonly object[] = [], answer: z.ZodType = ANYTHING) =>
  reading(operationId, summary, parameters, { 'application/json': { schema: schemaOf(answer) } });

const readStream = (operationId: string, summary: string, parameters: readonly object[]) =>
  reading(operationId, summary, parameters, { 'text/event-stream': { schema: { type: 'string' } } });

/** The centre's calls, with the query schemas that check them. */
export const centerOpenApi = () => ({
  paths: {
    '/console/config.json': consoleConfigPath,
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
    [`${base}/handoffs/bodies`]: read(
      'centerHandoffBodies',
      '各机构待答复的移交与用时中位数 · What each body has to answer and how long it takes',
      queryParameters(bodiesQuery),
      bodiesAnswer,
    ),
    [`${base}/disputes`]: read('centerDisputes', '纠纷检索 · Search', queryParameters(disputesQuery)),
    [`${base}/disputes/{id}`]: read('centerDispute', '一件纠纷及其经过 · One dispute with its timeline', [
      pathParameter('id', '0190a6c2-…'),
    ]),
    [`${base}/worklists/{orgCode}`]: read('centerWorklist', '待办清单 · What this body must do next', [
      pathParameter('orgCode', '370402102-committee'),
    ]),
    [`${base}/possible-duplicates`]: read(
      'centerPossibleDuplicates',
      '疑似重复 · Disputes that may be the same one',
      queryParameters(duplicatesQuery),
    ),
    [`${base}/deadlines`]: {
      ...read('centerDeadlineRules', '期限规则 · The rules of time limits', queryParameters(deadlineRulesQuery)),
      post: deadlinePost(TAG, problem),
    },
    [`${base}/summary`]: read('centerSummary', '汇总 · Counts of a period', queryParameters(summaryQuery)),
    [`${base}/events`]: readStream('centerEvents', '实时事件(SSE) · Server-sent events', [lastEventId]),
    [`${base}/views`]: read('centerViews', '各视图的位置 · Where each view stands'),
    [`${base}/parked`]: read('centerParked', '搁置的事件流 · Streams a view could not take in'),
  },
});
