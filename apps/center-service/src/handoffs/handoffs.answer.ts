import { CHANNELS, HANDOFF_KINDS, HANDOFF_REASONS, RETURN_REASONS } from '@mediation/dispute/domain';
import { z } from 'zod';
import { bodyAnswerSchema, describedBodySchema, instant, plainDate, remaining, TIERS, urgency } from '../fields';
import { pageAnswer } from '../paging';
import { HANDOFF_STATES } from './handoffs.query';

const end = bodyAnswerSchema.extend({ tier: z.enum(TIERS), channel: z.enum(CHANNELS).nullable() });

export const handoffAnswer = z.object({
  id: z.string(),
  dispute: z.string(),
  disputeType: z.string(),
  place: z.string(),
  kind: z.enum(HANDOFF_KINDS),
  reason: z.enum(HANDOFF_REASONS),
  from: end,
  to: end,
  state: z.enum(HANDOFF_STATES),
  offeredAt: instant,
  acknowledgedAt: instant.optional(),
  settledAt: instant.optional(),
  returnReason: z.enum(RETURN_REASONS).optional(),
  bounce: z.int().optional().meta({ description: '连续第几次被退回 how many returns in a row' }),
  replyBy: plainDate,
  ageDays: z.int(),
  overdue: z.boolean(),
  remaining: remaining.optional(),
  urgency: urgency.optional(),
});

export const handoffsAnswer = z.object({ asOf: plainDate, ...pageAnswer(handoffAnswer) });

const count = z.int().min(0);

export const countsAnswer = z.object({
  offered: count.meta({ description: '未答复的与期间内答复的 open, and settled in the period' }),
  open: count,
  accepted: count,
  returned: count,
  withdrawn: count,
  lapsed: count,
  overdue: count,
  unacknowledged: count.meta({ description: '未答复且未签收 open and not acknowledged' }),
  dueToday: count,
  dueTomorrow: count,
  bouncedTwice: count,
  colours: z
    .object({ red: count, orange: count, yellow: count, green: count })
    .meta({ description: '未答复的，按剩余时间 open ones by how long is left' }),
  age: z
    .object({ oldest: z.int(), median: z.number() })
    .nullable()
    .meta({ description: '未答复的已等几天，无则为 null days that open ones have waited; null without any' }),
});

const cell = countsAnswer.extend({ from: z.string(), to: z.string() });

export const matrixAnswer = z.object({
  asOf: plainDate,
  since: plainDate,
  total: countsAnswer,
  byTier: z.array(cell),
  byChannel: z.array(cell),
});

const hours = z.number().nullable();

export const bodiesAnswer = z.object({
  asOf: plainDate,
  since: plainDate,
  items: z.array(
    describedBodySchema.extend({
      open: count,
      overdue: count,
      unacknowledged: count,
      received: count.meta({ description: '未答复的与期间内答复的 open, and settled in the period' }),
      accepted: count,
      returned: count,
      lapsed: count,
      bouncedTwice: count,
      medianHoursToAcknowledge: hours,
      acknowledgedCount: count.meta({ description: '签收用时中位数所依据的件数 how many that median is of' }),
      medianHoursToAccept: hours,
      acceptedCount: count.meta({ description: '接收用时中位数所依据的件数 how many that median is of' }),
    }),
  ),
  more: z.boolean(),
});

export type HandoffAnswer = z.output<typeof handoffAnswer>;
export type Counts = z.output<typeof countsAnswer>;
export type MatrixAnswer = z.output<typeof matrixAnswer>;
export type BodiesAnswer = z.output<typeof bodiesAnswer>;
