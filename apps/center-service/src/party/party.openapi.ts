import { answerOf, answerSchema, pathParameter, PROBLEM_ANSWER } from '@mediation/nest';
import type { z } from 'zod';
import { issuedAnswer, issueInput, partyCaseAnswer, sessionAnswer, sessionInput } from './party.answer';

const TAG = '当事人查询 a party’s view';
const bodyOf = (schema: z.ZodType, example: object) => ({
  required: true,
  content: { 'application/json': { schema: answerSchema(schema), example } },
});
const session = { name: 'Authorization', in: 'header', required: true, schema: { type: 'string' }, example: 'Party …' };
const OPEN = { security: [] as const, tags: [TAG] };

export const partyPaths = (base: string) => ({
  [`${base}/disputes/{id}/party-codes`]: {
    post: {
      operationId: 'centerIssuePartyCode',
      tags: [TAG],
      summary: '给当事人发放一次性查询码 · Issue a one-time code for a party',
      parameters: [pathParameter('id', '0190a6c2-…')],
      requestBody: bodyOf(issueInput, { party: 'p1' }),
      responses: { 201: answerOf(issuedAnswer), 401: PROBLEM_ANSWER, 403: PROBLEM_ANSWER, 404: PROBLEM_ANSWER },
    },
  },
  [`${base}/party/sessions`]: {
    post: {
      ...OPEN,
      operationId: 'partyOpenSession',
      summary: '凭卷号和查询码查询 · Look up by file number and code',
      requestBody: bodyOf(sessionInput, { number: '(2025)孟庄人调字第12号', code: '7KQH-MR4W-9XTA' }),
      responses: { 201: answerOf(sessionAnswer), 403: PROBLEM_ANSWER, 429: PROBLEM_ANSWER },
    },
    delete: {
      ...OPEN,
      operationId: 'partyEndSession',
      summary: '结束查询 · End it',
      parameters: [session],
      responses: { 204: { description: '已结束 ended' } },
    },
  },
  [`${base}/party/case`]: {
    get: {
      ...OPEN,
      operationId: 'partyCase',
      summary: '我的案子到哪一步了 · Where my case is',
      parameters: [session],
      responses: { 200: answerOf(partyCaseAnswer), 403: PROBLEM_ANSWER },
    },
  },
});
