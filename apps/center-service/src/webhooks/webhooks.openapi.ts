import { answerOf, pathParameter, PROBLEM_ANSWER, requestBody } from '@mediation/nest';
import type { z } from 'zod';
import {
  replayedAnswer,
  rotatedAnswer,
  subscribedAnswer,
  subscriptionAnswer,
  subscriptionDetail,
  subscriptionsAnswer,
  testedAnswer,
} from './webhooks.answer';
import { changeBody, replayBody, rotateBody, subscribeBody } from './webhooks.query';

const FAULTS = {
  400: PROBLEM_ANSWER,
  401: PROBLEM_ANSWER,
  403: PROBLEM_ANSWER,
  404: PROBLEM_ANSWER,
  409: PROBLEM_ANSWER,
  422: PROBLEM_ANSWER,
};
const id = pathParameter('id', '0190a6c2-0000-7000-8000-000000000000');

interface Call {
  readonly id: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
}

/** The calls about webhooks. */
export const webhookPaths = (base: string, tag: string) => {
  const call = (parameters: readonly object[], { id: operationId, summary, body, answer }: Call, status = 200) => ({
    operationId,
    tags: [tag],
    summary,
    parameters,
    ...(body && { requestBody: requestBody(body) }),
    responses: { [status]: answer ? answerOf(answer) : { description: '成功 OK' }, ...FAULTS },
  });
  return {
    [`${base}/webhooks`]: {
      get: call([], { id: 'centerWebhooks', summary: '订阅清单 · Who is told', answer: subscriptionsAnswer }),
      post: call(
        [],
        {
          id: 'centerSubscribe',
          summary: '新增订阅，密钥只显示一次 · Tells another receiver; its secret is shown once',
          body: subscribeBody,
          answer: subscribedAnswer,
        },
        201,
      ),
    },
    [`${base}/webhooks/{id}`]: {
      get: call([id], {
        id: 'centerWebhook',
        summary: '订阅与近况 · One, with its troubles',
        answer: subscriptionDetail,
      }),
      patch: call([id], {
        id: 'centerChangeWebhook',
        summary: '变更、暂停、恢复 · Changes, pauses or resumes it',
        body: changeBody,
        answer: subscriptionAnswer,
      }),
      delete: call([id], { id: 'centerUnsubscribe', summary: '取消订阅 · Ends it' }, 204),
    },
    [`${base}/webhooks/{id}/secret`]: {
      post: call([id], {
        id: 'centerRotateSecret',
        summary: '更换密钥 · A new secret, the old one good for a while',
        body: rotateBody,
        answer: rotatedAnswer,
      }),
    },
    [`${base}/webhooks/{id}/test`]: {
      post: call([id], {
        id: 'centerTestWebhook',
        summary: '试送一次 · Sends one event that says it is a test',
        answer: testedAnswer,
      }),
    },
    [`${base}/webhooks/{id}/replay`]: {
      post: call([id], {
        id: 'centerReplayWebhook',
        summary: '补送 · Tells now what was given up or waits',
        body: replayBody,
        answer: replayedAnswer,
      }),
    },
  };
};
