import {
  CHANNELS,
  DIFFICULTY_CLASSES,
  DISPUTE_TYPES,
  ESCALATION_RISKS,
  HANDOFF_KINDS,
  OUTCOMES,
  PARTY_KINDS,
  PARTY_ROLES,
  RISK_GRADES,
  SOURCES,
} from '@mediation/dispute/domain';
import { listOf } from '@mediation/nest';
import { clockShape, MATTERS } from '@mediation/rules';
import { z } from 'zod';
import { agreement, procedureShape } from './procedure-file.answer';

const date = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const texts = listOf(z.string());

const party = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  role: z.enum(PARTY_ROLES),
  minor: z.boolean(),
  name: z.string().optional(),
  identityNumber: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  health: z.string().optional(),
  text: z.string().optional(),
  serviceAddress: z.string().optional().meta({ description: '确认的送达地址 where papers reach the party' }),
});

const proceeding = z
  .object({
    n: z.int(),
    channel: z.enum(CHANNELS),
    body: z.string(),
    tags: texts,
    papersSignedFor: z.boolean(),
    mediators: texts,
    recused: texts,
    rightsNotified: texts,
    sessions: z.int(),
    suspended: z.boolean(),
  })
  .meta({ id: 'Proceeding' });

const pendingHandoff = z
  .object({
    id: z.string(),
    kind: z.enum(HANDOFF_KINDS),
    from: z.string(),
    to: z.string(),
    replyBy: date,
    acknowledged: z.boolean(),
  })
  .meta({ id: 'PendingHandoff' });

const emergency = z.object({
  people: z.int(),
  units: z.record(z.string(), z.enum(['dispatched', 'arrived'])),
  concluded: z.boolean(),
});

/** The file of a dispute as its body may read it. */
export const disputeFileAnswer = z
  .object({
    id: z.string(),
    revision: z.int(),
    phase: z.enum(['registered', 'in-mediation', 'agreed', 'ended', 'closed']),
    confidential: z
      .boolean()
      .optional()
      .meta({ description: '不得公开 neither mediation nor agreement is made public' }),
    outcome: z.enum(OUTCOMES).optional(),
    proceeding: proceeding.optional(),
    source: z.enum(SOURCES),
    disputeType: z.enum(DISPUTE_TYPES),
    place: z.string(),
    placeText: z.string().optional(),
    facts: z.string().optional(),
    registeredAt: moment,
    parties: listOf(party),
    headcount: z.int(),
    amountFen: z.int().optional(),
    category: z.string().optional(),
    riskGrade: z.enum(RISK_GRADES).optional(),
    difficulty: z.enum(DIFFICULTY_CLASSES).optional(),
    custodian: z.string(),
    heldBy: texts,
    matters: listOf(z.enum(MATTERS)),
    consents: texts,
    refusals: texts,
    handoffConsents: z.record(z.string(), texts),
    triagedTo: z.enum(CHANNELS).optional(),
    handoff: pendingHandoff.optional(),
    handoffs: z.int(),
    bounces: z.int(),
    referredBy: z.string().optional(),
    proceedings: z.int(),
    agreements: listOf(agreement),
    risks: listOf(z.enum(ESCALATION_RISKS)),
    emergency: emergency.optional(),
    supervisedBy: texts,
    followUps: z.int(),
    ...procedureShape,
    clocks: listOf(z.object(clockShape).meta({ id: 'Clock' })),
  })
  .meta({ id: 'DisputeFile' });

export const disputeEvent = z
  .object({
    revision: z.int(),
    type: z.string(),
    occurredAt: moment,
    recordedAt: moment,
    actor: z.object({ sub: z.string(), org: z.string() }),
    command: z.string(),
    rules: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DisputeEvent' });

export const disputeHistoryAnswer = z
  .object({ id: z.string(), revision: z.int(), events: listOf(disputeEvent) })
  .meta({ id: 'DisputeHistory' });

/** What a write answers; numbers for the next call where it made one. */
export const recordedAnswer = z
  .object({
    id: z.string(),
    revision: z.int(),
    handoff: z.string().optional(),
    agreement: z.int().optional(),
    proceeding: z.int().optional(),
    session: z.int().optional(),
    effectiveOn: date.optional(),
    custodian: z.string().optional(),
    number: z.string().optional(),
  })
  .meta({ example: { id: '0190a6c2-…', revision: 3, handoff: 'h1' } });

export type DisputeFileAnswer = z.output<typeof disputeFileAnswer>;
export type DisputeHistoryAnswer = z.output<typeof disputeHistoryAnswer>;
export type DisputeEventAnswer = z.output<typeof disputeEvent>;
export type RecordedAnswer = z.output<typeof recordedAnswer>;
