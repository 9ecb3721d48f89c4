import {
  decide,
  disputeUseCase,
  evolve,
  initialDispute,
  type Dispute,
  type DisputeCommand,
  type DisputeEvent,
  type DisputeUseCaseName,
} from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { EventToAppend } from '@mediation/event-store/port';
import { dateInShanghai, type ActorStamp, type BodyCode } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { randomBytes, randomUUID } from 'node:crypto';
import { v7 as timeOrderedId } from 'uuid';

/** An event with its place, as a row has it. */
export interface EventRow {
  readonly stream: string;
  readonly revision: number;
  readonly event: EventToAppend;
  readonly hash: Buffer;
}

const TOWNSHIP = '370402102-committee';
const [VILLAGE_MEDIATOR, TOWNSHIP_MEDIATOR] = ['370402102200-m1', '370402102-m1'];

/** What a village sends to register a dispute: of middling length, every name made up. */
export const REGISTRATION = {
  source: 'application',
  disputeType: 'neighbourhood',
  place: '370402102200',
  placeText: '示例村三组东头',
  facts: '双方房屋相邻，因翻建院墙滴水及排水走向发生争执，曾由邻里劝说未果，现申请调解。'.repeat(2),
  headcount: 4,
  amountFen: 1_200_000,
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000000', address: '示例村三组 1 号' },
    { role: 'respondent', name: '示例乙', phone: '13900000000', address: '示例村三组 2 号' },
  ],
} as const;

type Step = readonly [by: BodyCode, type: DisputeUseCaseName, data: object];

/** Fails in the village, is handed up with consent, is settled, performed and closed in the township. */
const stepsFrom = (village: BodyCode): readonly Step[] => [
  [village, 'RegisterDispute', REGISTRATION],
  [village, 'RecordConsent', { party: 'p1', consents: true }],
  [village, 'RecordConsent', { party: 'p2', consents: true }],
  [village, 'AcceptDispute', {}],
  [village, 'AppointMediator', { mediator: VILLAGE_MEDIATOR }],
  [village, 'NotifyRights', {}],
  [village, 'HoldSession', { record: '双方各执一词，未能达成一致。' }],
  [village, 'FailMediation', { routes: ['litigation'] }],
  [village, 'OfferHandoff', { kind: 'escalation', to: TOWNSHIP, reason: 'mediation-failed', consents: ['p1', 'p2'] }],
  [TOWNSHIP, 'AcknowledgeHandoff', { handoff: 'h1' }],
  [TOWNSHIP, 'AcceptHandoff', { handoff: 'h1' }],
  [TOWNSHIP, 'AcceptDispute', {}],
  [TOWNSHIP, 'AppointMediator', { mediator: TOWNSHIP_MEDIATOR }],
  [TOWNSHIP, 'NotifyRights', {}],
  [TOWNSHIP, 'HoldSession', { record: '到现场丈量，双方同意各退半尺，修暗沟排水。' }],
  [
    TOWNSHIP,
    'ReachAgreement',
    {
      form: 'written',
      terms: '院墙各退半尺，由乙方出资修暗沟，三十日内完成。',
      obligations: [{ debtor: 'p2', amountFen: 300_000, dueOn: '2025-04-10' }],
    },
  ],
  [TOWNSHIP, 'SignAgreement', { agreement: 1, party: 'p1' }],
  [TOWNSHIP, 'SignAgreement', { agreement: 1, party: 'p2' }],
  [TOWNSHIP, 'SignAgreement', { agreement: 1, mediator: TOWNSHIP_MEDIATOR }],
  [TOWNSHIP, 'SealAgreement', { agreement: 1 }],
  [TOWNSHIP, 'RecordPerformance', { agreement: 1, obligation: 1, amountFen: 300_000 }],
  [TOWNSHIP, 'FollowUpDispute', { satisfaction: 'satisfied' }],
  [TOWNSHIP, 'CloseDispute', {}],
];

const OCCURRED_AT = '2025-03-10T09:30:00+08:00';
const RULES = rulePackFor(dateInShanghai(OCCURRED_AT));

type Unplaced = Omit<EventToAppend, 'id'>;

const stored = (event: DisputeEvent, actor: ActorStamp, command: DisputeUseCaseName): Unplaced => ({
  ...disputeCodec.encode(event),
  metadata: {
    occurredAt: OCCURRED_AT,
    recordedAt: OCCURRED_AT,
    actor,
    commandId: '6f2b5a0e-5f0d-4d0c-9c62-9f3a7a4f1c5e',
    command,
    rules: RULES.id,
  },
});

/** A whole dispute as the domain decides it, in the form it is stored in. @throws when a step is refused */
export const storedHistory = (village: BodyCode): readonly Unplaced[] => {
  let dispute: Dispute = initialDispute;
  return stepsFrom(village).flatMap(([org, type, data]) => {
    const actor = { sub: 'bench', org, roles: ['mediator'] };
    const command = { type, data: disputeUseCase(type).data.parse(data) } as DisputeCommand;
    const context = { actor, now: OCCURRED_AT, occurredAt: OCCURRED_AT, rules: RULES };
    const decision = decide(command, dispute, context);
    if (decision.kind === 'refused') throw new Error(`${type} was refused: ${decision.refusal}`);
    dispute = decision.events.reduce(evolve, dispute);
    return decision.events.map((event) => stored(event, actor, type));
  });
};

/** Registrations, each the first event of a stream of its own. */
export const registrations = (): (() => EventRow) => {
  const [registered] = storedHistory('370402102200-committee');
  const hash = randomBytes(32);
  return () => ({
    stream: `dispute-${timeOrderedId()}`,
    revision: 0,
    event: { ...registered!, id: randomUUID() },
    hash,
  });
};
