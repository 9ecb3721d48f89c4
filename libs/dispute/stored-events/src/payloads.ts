import {
  CHANNELS,
  DIFFICULTY_CLASSES,
  DISPUTE_TYPES,
  ESCALATION_RISKS,
  FAILURE_REASONS,
  HANDOFF_KINDS,
  HANDOFF_REASONS,
  LINK_RELATIONS,
  NON_ACCEPTANCE_REASONS,
  PARTY_KINDS,
  PARTY_ROLES,
  RECUSAL_GROUNDS,
  RETURN_REASONS,
  RISK_GRADES,
  ROUTES,
  SATISFACTION,
  SOURCES,
  SUPERVISION_REASONS,
  SUSPENSION_REASONS,
  TERMINATION_REASONS,
  type DataOf,
  type DisputeEventType,
} from '@mediation/dispute/domain';
import { z } from 'zod';

const body = z.string().min(1).meta({ description: '机构代码 code of a body, e.g. 370402102001-committee' });
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: '日期,年-月-日 a day, year-month-day, of China' });
const instant = z.iso.datetime({ offset: true }).meta({ description: '时刻,含时区 an instant with its offset' });
const n = z.int().min(1).meta({ description: '自 1 起 counted from 1' });
const fen = z.int().min(0).meta({ description: '金额,人民币分 an amount in fen, 1/100 yuan' });
const party = z
  .string()
  .min(1)
  .meta({ description: '当事人代号,不含姓名 a party within this dispute, e.g. p1; no name' });
const handoff = z.string().min(1).meta({ description: '移交的编号 a handoff within this dispute' });
const mediator = z.string().min(1).meta({ description: '调解员编号 a mediator’s number; no name' });
const routes = z.array(z.enum(ROUTES)).meta({ description: '已告知的救济途径 the routes that people were told of' });

const part = z.strictObject({
  name: z.string().optional().meta({ description: '姓名 name' }),
  identityNumber: z.string().optional().meta({ description: '证件号码 identity number' }),
  phone: z.string().optional().meta({ description: '电话 telephone' }),
  address: z.string().optional().meta({ description: '住址 address' }),
  health: z.string().optional().meta({ description: '健康状况 health' }),
  text: z.string().optional().meta({ description: '叙述 what was said or written' }),
});
/** The mark is published with the schema: whoever takes events in can tell by it what to protect. */
const personal = z.record(z.string(), part).meta({
  'x-personal-data': true,
  description:
    '个人信息,按当事人代号;关于案件的叙述在 file 下 personal data by party; text about the dispute is under `file`',
});

const MEDIATION_END_REASONS = [
  ...TERMINATION_REASONS,
  'party-refused',
  'withdrawn',
  'handed-off',
  'accepted-elsewhere',
] as const;
const OUTCOMES = [
  'settled',
  'settled-in-part',
  'breached',
  'failed',
  'refused',
  'withdrawn',
  'not-accepted',
  'accepted-elsewhere',
  ...TERMINATION_REASONS,
] as const;
const CUSTODY_CAUSES = [
  'handoff-accepted',
  'directive',
  'directive-returned',
  'directive-withdrawn',
  'second-bounce',
  'accepted-elsewhere',
] as const;

/** The newest stored payload of each event. A published one is never altered: a change is a new version with an upcaster. */
export const payloads = {
  DisputeRegistered: z.strictObject({
    source: z.enum(SOURCES),
    disputeType: z.enum(DISPUTE_TYPES),
    custodian: body,
    place: z.string().min(1),
    parties: z.array(
      z.strictObject({ id: party, kind: z.enum(PARTY_KINDS), role: z.enum(PARTY_ROLES), minor: z.boolean() }),
    ),
    headcount: n,
    amountFen: fen.optional(),
    registeredAt: instant,
    personal,
  }),
  DisputeAssessed: z.strictObject({
    riskGrade: z.enum(RISK_GRADES).optional(),
    difficulty: z.enum(DIFFICULTY_CLASSES).optional(),
    headcount: n.optional(),
  }),
  PartyConsented: z.strictObject({ party, to: body.optional(), consentedOn: date }),
  PartyRefused: z.strictObject({ party, to: body.optional(), refusedOn: date, personal }),
  DisputeTriaged: z.strictObject({ channel: z.enum(CHANNELS) }),
  DisputeAccepted: z.strictObject({
    proceeding: n,
    channel: z.enum(CHANNELS),
    body,
    acceptedOn: date,
    mediateBy: date.optional(),
  }),
  DisputeNotAccepted: z.strictObject({ reason: z.enum(NON_ACCEPTANCE_REASONS), routes }),
  MediatorAppointed: z.strictObject({ proceeding: n, mediator, how: z.enum(['assigned', 'chosen-by-parties']) }),
  MediatorRecused: z.strictObject({ proceeding: n, mediator, ground: z.enum(RECUSAL_GROUNDS) }),
  InterestDisclosed: z.strictObject({ proceeding: n, mediator, personal }),
  RightsNotified: z.strictObject({ proceeding: n, parties: z.array(party) }),
  SessionHeld: z.strictObject({ proceeding: n, session: n, heldOn: date, attended: z.array(party), personal }),
  MediationSuspended: z.strictObject({ proceeding: n, reason: z.enum(SUSPENSION_REASONS) }),
  MediationResumed: z.strictObject({ proceeding: n }),
  MediationFailed: z.strictObject({ proceeding: n, reason: z.enum(FAILURE_REASONS), routes }),
  MediationTerminated: z.strictObject({ proceeding: n, reason: z.enum(MEDIATION_END_REASONS), routes }),
  RoutesTold: z.strictObject({ routes }),
  DisputeWithdrawn: z.strictObject({ party }),
  AgreementReached: z.strictObject({
    agreement: n,
    proceeding: n,
    form: z.enum(['written', 'oral']),
    extent: z.enum(['full', 'partial']),
    obligations: z.array(z.strictObject({ id: n, debtor: party, amountFen: fen.optional(), dueOn: date })),
    personal,
  }),
  AgreementSuperseded: z.strictObject({ agreement: n }),
  AgreementSignedByParty: z.strictObject({ agreement: n, party, signedOn: date }),
  AgreementSignedByMediator: z.strictObject({ agreement: n, mediator, signedOn: date }),
  AgreementSealed: z.strictObject({ agreement: n, body, sealedOn: date }),
  AgreementTookEffect: z.strictObject({ agreement: n, effectiveOn: date }),
  ObligationPerformed: z.strictObject({
    agreement: n,
    obligation: n,
    amountFen: fen.optional(),
    performedOn: date,
    complete: z.boolean(),
  }),
  AgreementPerformed: z.strictObject({ agreement: n }),
  AgreementBreached: z.strictObject({ agreement: n, obligation: n.optional(), breachedOn: date, personal }),
  FollowUpVisited: z.strictObject({
    visitedOn: date,
    satisfaction: z.enum(SATISFACTION),
    escalationSigns: z.boolean(),
    personal,
  }),
  DisputeClosed: z.strictObject({ outcome: z.enum(OUTCOMES), closedOn: date }),
  DisputeReopened: z.strictObject({ reason: z.enum(['breach', 'new-application']), reopenedOn: date }),
  EscalationRiskRaised: z.strictObject({ risk: z.enum(ESCALATION_RISKS), people: n, reportedTo: body.optional() }),
  EscalationAverted: z.strictObject({ risk: z.enum(ESCALATION_RISKS), people: n, avertedOn: date }),
  EmergencyRaised: z.strictObject({ people: n, raisedAt: instant }),
  ResponseDispatched: z.strictObject({ unit: body, dispatchedBy: body, dispatchedAt: instant }),
  ResponseArrived: z.strictObject({ unit: body, arrivedAt: instant }),
  EmergencyConcluded: z.strictObject({ people: n, concludedAt: instant, personal }),
  HandoffOffered: z.strictObject({
    handoff,
    kind: z.enum(HANDOFF_KINDS),
    from: body,
    to: body,
    reason: z.enum(HANDOFF_REASONS),
    offeredAt: instant,
    replyBy: date,
    personal,
  }),
  HandoffAcknowledged: z.strictObject({ handoff, acknowledgedAt: instant }),
  HandoffAccepted: z.strictObject({ handoff, acceptedAt: instant }),
  HandoffReturned: z.strictObject({
    handoff,
    reason: z.enum(RETURN_REASONS),
    returnedAt: instant,
    bounce: n,
    personal,
  }),
  HandoffWithdrawn: z.strictObject({ handoff, cause: z.enum(['by-offerer', 'superseded']), withdrawnAt: instant }),
  HandoffLapsed: z.strictObject({ handoff, lapsedAt: instant }),
  CustodyMoved: z.strictObject({ from: body, to: body, cause: z.enum(CUSTODY_CAUSES), movedAt: instant }),
  DisputeSupervised: z.strictObject({ by: body, reason: z.enum(SUPERVISION_REASONS), replyBy: date.optional() }),
  DisputeTakenUpFormally: z.strictObject({ body, takenUpOn: date }),
  DisputeLinked: z.strictObject({ to: z.string().min(1), relation: z.enum(LINK_RELATIONS), personal }),
} satisfies { readonly [T in DisputeEventType]: z.ZodType<DataOf<T>> };
