import {
  CHANNELS,
  DIFFICULTY_CLASSES,
  DISPUTE_TYPES,
  HANDOFF_KINDS,
  OUTCOMES,
  PARTY_KINDS,
  PARTY_ROLES,
  RISK_GRADES,
  SOURCES,
} from '@mediation/dispute/domain';
import { NEXT_TASKS } from '@mediation/dispute/read-models';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { bodyAnswerSchema, describedBodySchema, instant, plainDate } from '../fields';
import { handoffAnswer } from '../handoffs/handoffs.answer';
import { pageAnswer } from '../paging';
import { clock, openClock } from './clock.answer';
import { PHASES } from './disputes.query';

const party = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  role: z.enum(PARTY_ROLES),
  name: z.string().optional().meta({ description: '无须知悉者只见掩码 masked for who need not know it' }),
});

const pendingHandoff = z.object({
  id: z.string(),
  kind: z.enum(HANDOFF_KINDS).nullable(),
  from: bodyAnswerSchema,
  to: bodyAnswerSchema,
  replyBy: plainDate.nullable(),
});

/** A dispute as the centre tells of it. */
export const dispute = z
  .object({
    id: z.string(),
    revision: z.int(),
    source: z.enum(SOURCES),
    type: z.enum(DISPUTE_TYPES),
    /** 细类 the fine code. */
    category: z.string(),
    place: z.string(),
    custodian: describedBodySchema,
    phase: z.enum(PHASES),
    channel: z.enum(CHANNELS).nullable(),
    parties: listOf(party),
    headcount: z.int(),
    amountFen: z.int().nullable(),
    riskGrade: z.enum(RISK_GRADES).nullable(),
    difficulty: z.enum(DIFFICULTY_CLASSES).nullable(),
    registeredOn: plainDate,
    acceptedOn: plainDate.nullable(),
    mediateBy: plainDate.nullable(),
    effectiveOn: plainDate.nullable(),
    closedOn: plainDate.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    handoff: pendingHandoff.nullable(),
    agreement: z.enum(['signing', 'effective', 'performed', 'breached']).nullable(),
    nextObligationDue: plainDate.nullable(),
    supervised: z.boolean(),
    emergency: z.enum(['raised', 'dispatched', 'arrived', 'concluded']).nullable(),
    next: z.object({ task: z.enum(NEXT_TASKS), due: plainDate.nullable() }).nullable(),
    clocks: listOf(openClock),
    heldBy: listOf(z.string()),
  })
  .meta({ id: 'CenterDispute' });

export const timelineEntry = z
  .object({
    revision: z.int(),
    type: z.string(),
    occurredAt: instant,
    recordedAt: instant,
    actor: bodyAnswerSchema,
    custodian: bodyAnswerSchema.nullable().meta({ description: '此后由谁负责 who was responsible after it' }),
    detail: z.record(z.string(), z.unknown()).meta({ description: '不含个人信息 nothing personal' }),
  })
  .meta({ id: 'TimelineEntry' });

export const MATCHES = ['name', 'facts', 'place', 'terms'] as const;

const found = z
  .object({
    ...dispute.shape,
    matched: listOf(z.enum(MATCHES)).meta({ description: '在何处找到所查的词 where the words were found' }),
  })
  .meta({ id: 'FoundDispute' });

export const disputesAnswer = z.object(pageAnswer(found));

export const disputeWithTimeline = z
  .object({
    ...dispute.shape,
    clocks: listOf(clock),
    handoffs: listOf(handoffAnswer),
    timeline: listOf(timelineEntry),
  })
  .meta({ id: 'CenterDisputeWithTimeline' });

export type DisputeAnswer = z.output<typeof dispute>;
export type FoundDispute = z.output<typeof found>;
export type DisputesAnswer = z.output<typeof disputesAnswer>;
export type DisputeWithTimeline = z.output<typeof disputeWithTimeline>;
export type TimelineEntryAnswer = z.output<typeof timelineEntry>;
