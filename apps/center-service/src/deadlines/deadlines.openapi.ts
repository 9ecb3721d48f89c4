import { answerOf, PROBLEM_ANSWER, requestBody } from '@mediation/nest';
import { deadlineOf } from '@mediation/rules';
import { deadlineAnswer } from './deadlines.answer';
import { deadlineBody } from './deadlines.query';

const QUESTION = {
  rule: 'entrusted-summary',
  on: '2026-09-25',
  jurisdiction: '370402',
  pauses: [{ from: '2026-09-28', to: '2026-09-30' }],
};

/** Asking the calculator, with an example and its true answer. */
export const deadlinePost = (tag: string) => ({
  operationId: 'centerDeadline',
  tags: [tag],
  summary: '期限计算 · The last day of a time limit, with its article',
  requestBody: requestBody(deadlineBody, QUESTION),
  responses: { 200: answerOf(deadlineAnswer, deadlineOf(QUESTION)), 400: PROBLEM_ANSWER, 401: PROBLEM_ANSWER },
});
