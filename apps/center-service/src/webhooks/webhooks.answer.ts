import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { bodyAnswerSchema, instant } from '../fields';

const count = z.int().min(0);

export const subscriptionAnswer = z
  .object({
    id: z.string(),
    body: bodyAnswerSchema,
    url: z.string(),
    description: z.string(),
    types: listOf(z.string()).nullable(),
    division: z.string().nullable(),
    state: z
      .enum(['active', 'paused', 'gone'])
      .meta({ description: 'gone：对方答复 410，已停用 the receiver answered 410' }),
    createdAt: instant,
    secrets: listOf(z.object({ madeAt: instant, validUntil: instant.optional() })),
    standing: z
      .object({
        due: count.meta({ description: '等待送达的纠纷数 disputes with something to tell' }),
        failing: count.meta({ description: '送达失败、待重试 being retried' }),
        dead: count.meta({ description: '重试用尽，已停送，待补送 given up, waiting for a replay' }),
        failingSince: instant.optional(),
        lastAttemptAt: instant.optional(),
        lastStatus: z.int().optional(),
        lastError: z.string().optional(),
      })
      .meta({ description: '按纠纷计 counted by dispute' }),
  })
  .meta({ id: 'WebhookSubscription' });

export const subscriptionsAnswer = z.object({ items: listOf(subscriptionAnswer) });

const trouble = z.object({
  dispute: z.string(),
  state: z.enum(['due', 'dead']),
  attempts: count,
  failedSince: instant.optional(),
  nextAttemptAt: instant.optional(),
  lastStatus: z.int().optional(),
  lastError: z.string().optional(),
});

const attempt = z.object({
  event: z.string(),
  at: instant,
  status: z.int().optional(),
  error: z.string().optional(),
  durationMs: z.int(),
});

export const subscriptionDetail = z
  .object({
    ...subscriptionAnswer.shape,
    troubles: listOf(trouble).meta({
      description: '停送与待重试的，至多 100 件 given up or being retried, 100 at most',
    }),
    attempts: listOf(attempt).meta({ description: '最近 50 次送达 the last 50 attempts' }),
  })
  .meta({ id: 'WebhookSubscriptionDetail' });

const secret = z.string().meta({ description: '只显示这一次 shown this once', example: 'whsec_…' });

export const subscribedAnswer = z.object({ ...subscriptionAnswer.shape, secret }).meta({ id: 'WebhookSubscribed' });
export const rotatedAnswer = z.object({ secret, oldValidUntil: instant }).meta({ id: 'WebhookSecret' });
export const testedAnswer = z
  .object({
    delivered: z.boolean(),
    status: z.int().optional(),
    error: z.string().optional(),
    durationMs: z.int(),
  })
  .meta({ id: 'WebhookTested' });
export const replayedAnswer = z.object({ disputes: count }).meta({ id: 'WebhookReplayed' });

export type SubscriptionAnswer = z.output<typeof subscriptionAnswer>;
export type SubscriptionDetail = z.output<typeof subscriptionDetail>;
export type SubscribedAnswer = z.output<typeof subscribedAnswer>;
export type RotatedAnswer = z.output<typeof rotatedAnswer>;
export type TestedAnswer = z.output<typeof testedAnswer>;
