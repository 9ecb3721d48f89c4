import {
  DISPUTE_TYPES,
  ESCALATION_RISKS,
  HANDOFF_REASONS,
  RISK_GRADES,
  SUPERVISION_REASONS,
} from '@mediation/dispute/domain';
import { NEXT_TASKS } from '@mediation/dispute/read-models';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { bodyAnswerSchema, describedBodySchema, instant, plainDate, remaining, urgency } from '../fields';
import { pageAnswer } from '../paging';
import { CONCERNS, ORDER_STATES } from './supervisions.query';

const count = z.int().min(0);

const about = {
  dispute: z.string(),
  type: z.enum(DISPUTE_TYPES),
  place: z.string(),
  custodian: describedBodySchema,
  closed: z.boolean(),
};

const reply = z.object({ type: z.string(), by: bodyAnswerSchema, at: instant });

export const order = z
  .object({
    ...about,
    kind: z.enum(['supervision', 'directive']),
    by: bodyAnswerSchema,
    to: bodyAnswerSchema.optional().meta({ description: '交办给谁 whom a directive went to' }),
    reason: z.enum([...SUPERVISION_REASONS, ...HANDOFF_REASONS]),
    orderedAt: instant,
    replyBy: plainDate.optional(),
    state: z.enum(ORDER_STATES),
    remaining: remaining.optional(),
    urgency: urgency.optional(),
    reply: reply.optional().meta({ description: '下达后他方的第一个行为 the first act of another body after it' }),
    acts: count.meta({ description: '下达后他方的行为数 acts of other bodies after it' }),
  })
  .meta({ id: 'SupervisionOrder' });

export const supervisionsAnswer = z.object({ asOf: plainDate, ...pageAnswer(order) });

const sign = z.discriminatedUnion('sign', [
  z.object({ sign: z.literal('escalation-risk'), risk: z.enum(ESCALATION_RISKS), people: z.int(), on: plainDate }),
  z.object({ sign: z.literal('grade-raised'), from: z.enum(RISK_GRADES), to: z.enum(RISK_GRADES), on: plainDate }),
  z.object({ sign: z.literal('follow-up'), on: plainDate }),
]);

export const concern = z
  .object({
    ...about,
    concern: z.enum(CONCERNS),
    on: plainDate.meta({
      description: '逾期之日、第二次退回之日或最近迹象之日 the day it was due, bounced, or last seen to rise',
    }),
    task: z.enum(NEXT_TASKS).optional(),
    bounces: count.optional(),
    signs: listOf(sign),
    riskGrade: z.enum(RISK_GRADES).nullable(),
    supervised: z.boolean(),
  })
  .meta({ id: 'Concern' });

export const concernsAnswer = z.object({
  asOf: plainDate,
  counts: z.object({ overdue: count, bouncedTwice: count, riskRising: count }),
  items: listOf(concern),
  more: z.boolean().meta({ description: '每类只列前 200 件 of each kind the first 200 are told' }),
});

export type OrderAnswer = z.output<typeof order>;
export type SupervisionsAnswer = z.output<typeof supervisionsAnswer>;
export type ConcernAnswer = z.output<typeof concern>;
export type ConcernsAnswer = z.output<typeof concernsAnswer>;
