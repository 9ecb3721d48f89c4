import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { cloudEvent } from '../feed/cloud-event';
import { bodyAnswerSchema, instant } from '../fields';

export const MOST_BEHIND = 1_000;

const cursor = z.string().min(1).max(120).meta({
  description: '本接口给出的位置，长期有效 a place in the feed, as it was answered here; good for ever',
});

export const pullQuery = z.strictObject({
  cursor: cursor.optional().meta({ description: '从此之后；不填从头开始 after this; absent: from the beginning' }),
  consumer: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional()
    .meta({ description: '从该消费者确认之处继续 goes on from where that consumer has acknowledged' }),
  limit: z.coerce.number().int().min(1).max(1_000).default(200).meta({ description: '每页条数 events a page' }),
});
export type PullQuery = z.output<typeof pullQuery>;

export const pullAnswer = z
  .object({
    items: listOf(cloudEvent).meta({ description: 'CloudEvents 批 a batch of CloudEvents, in the order of the store' }),
    cursor: cursor.meta({ description: '下次从此继续，空页也有 go on from here next time; an empty page has one too' }),
    more: z.boolean().meta({ description: '现在还有更多 there is more already' }),
  })
  .meta({ id: 'FeedPage' });
export type PullAnswer = z.output<typeof pullAnswer>;

export const acknowledgement = z.strictObject({ cursor });

export const consumerAnswer = z
  .object({ name: z.string(), cursor, acknowledgedAt: instant })
  .meta({ id: 'FeedConsumer' });
export type ConsumerAnswer = z.output<typeof consumerAnswer>;

export const consumersAnswer = z.object({
  items: listOf(
    z.object({
      ...consumerAnswer.shape,
      body: bodyAnswerSchema,
      behind: z
        .int()
        .min(0)
        .max(MOST_BEHIND)
        .meta({
          description: `其后您看得到的条数，至多数到 ${MOST_BEHIND} events after it that you may see, counted no further`,
        }),
    }),
  ),
});
export type ConsumersAnswer = z.output<typeof consumersAnswer>;
