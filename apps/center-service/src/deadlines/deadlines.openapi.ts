import { deadlineOf } from '@mediation/rules';
import { z } from 'zod';
import { deadlineBody } from './deadlines.query';

const QUESTION = {
  rule: 'entrusted-summary',
  on: '2026-09-25',
  jurisdiction: '370402',
  pauses: [{ from: '2026-09-28', to: '2026-09-30' }],
};

/** Asking the calculator, with an example and its true answer. */
export const deadlinePost = (tag: string, problem: object) => ({
  operationId: 'centerDeadline',
  tags: [tag],
  summary: '期限计算 · The last day of a time limit, with its article',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: z.toJSONSchema(deadlineBody, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }),
        example: QUESTION,
      },
    },
  },
  responses: {
    200: {
      description: '成功 OK',
      content: { 'application/json': { schema: { type: 'object' }, example: deadlineOf(QUESTION) } },
    },
    400: problem,
    401: problem,
  },
});
