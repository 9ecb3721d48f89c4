import { answerOf, pathParameter, PROBLEM_ANSWER, queryParameters, requestBody } from '@mediation/nest';
import { acknowledgement, consumerAnswer, consumersAnswer, pullAnswer, pullQuery } from './pull.answer';

const PROBLEMS = { 400: PROBLEM_ANSWER, 401: PROBLEM_ANSWER, 404: PROBLEM_ANSWER };

/** The feed by pages. */
export const pullPaths = (base: string, tag: string) => ({
  [`${base}/feed`]: {
    get: {
      operationId: 'centerFeed',
      tags: [tag],
      summary: '按页拉取全部事件 · Every event, page by page, for a store of one’s own',
      parameters: queryParameters(pullQuery),
      responses: { 200: answerOf(pullAnswer), ...PROBLEMS },
    },
  },
  [`${base}/feed/consumers`]: {
    get: {
      operationId: 'centerFeedConsumers',
      tags: [tag],
      summary:
        '本机构的消费者及其位置，区中心可看全区 · This body’s consumers and how far they have come; to the district’s centre, all of them',
      parameters: [],
      responses: { 200: answerOf(consumersAnswer), ...PROBLEMS },
    },
  },
  [`${base}/feed/consumers/{name}`]: {
    put: {
      operationId: 'centerAcknowledgeFeed',
      tags: [tag],
      summary: '确认已取到的位置 · Says how far a consumer has come',
      parameters: [pathParameter('name', 'warehouse')],
      requestBody: requestBody(acknowledgement),
      responses: { 200: answerOf(consumerAnswer), ...PROBLEMS },
    },
  },
});
