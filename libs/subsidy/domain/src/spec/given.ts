import type { ActorStamp, BodyCode, Instant } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import type { z } from 'zod';
import type { CaseFacts } from '../case-facts';
import type { SubsidyRefusal } from '../refusals';
import { evolve } from '../subsidy.evolve';
import type { SubsidyEvent } from '../subsidy.events';
import { initialSubsidy, type Subsidy } from '../subsidy.state';
import { decide, subsidyUseCase, type SUBSIDY_USE_CASES, type SubsidyCommand } from '../subsidy.use-cases';
import type { SubsidyDecision } from '../use-case';
import type { ReadBefore } from '../use-cases/claim-subsidy';

type UseCases = (typeof SUBSIDY_USE_CASES)[keyof typeof SUBSIDY_USE_CASES];
type Constant<T> = T extends object ? { readonly [K in keyof T]: Constant<T[K]> } : T;
export type Sent = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: Constant<z.input<U['data']>> };
}[UseCases['name']];

export const VILLAGE = '370402102001-committee';
export const OFFICE = '370402102-judicial-office';
export const OTHER_OFFICE = '370402103-judicial-office';
export const BUREAU = '370402-justice-bureau';
export const DISTRICT_COMMITTEE = '370402-committee';
export const OTHER_CASE = '0195c3a0-0000-7000-8000-00000000000b';
export const NOON: Instant = '2025-06-10T12:00:00+08:00';

export const as = (org: BodyCode, sub = 'someone'): ActorStamp => ({ sub, org, roles: [] });

/** A village's written agreement in a complete, archived file. */
export const FACTS: CaseFacts = {
  revision: 20,
  body: VILLAGE,
  dossier: '(2025)永安永安村人调字第1号',
  complete: true,
  archived: true,
  result: 'written-agreement',
  difficulty: 'general',
  mediators: ['370402102001-m1'],
  presenceProved: true,
  factsConfirmed: false,
  routesTold: false,
};

export const reading = (facts: Partial<CaseFacts> = {}, more: Partial<ReadBefore> = {}): ReadBefore => ({
  facts: { ...FACTS, ...facts },
  sameAs: [],
  claimedElsewhere: [],
  yields: 0,
  ...more,
});

export const fold = (events: readonly SubsidyEvent[]): Subsidy => events.reduce(evolve, initialSubsidy);

/** What a journal would keep: a key whose value is undefined is not there. */
const stored = (decision: SubsidyDecision): unknown => JSON.parse(JSON.stringify(decision));

const verdict = (decision: SubsidyDecision, history: readonly SubsidyEvent[]) => ({
  decision,
  /** Exactly these events, in this order, with these keys; and they can be applied. */
  then(...events: readonly SubsidyEvent[]): void {
    expect(stored(decision)).toStrictEqual(stored({ kind: 'accepted', events }));
    fold([...history, ...events]);
  },
  refused: (refusal: SubsidyRefusal): void =>
    expect(decision.kind === 'refused' ? decision.refusal : decision).toStrictEqual(refusal),
  /** Refused by an entry of the pack, which names its source. */
  barred: (rule: string): void => {
    expect(decision).toMatchObject({ kind: 'refused', refusal: 'barred-by-rule', ground: { rule } });
    expect(decision.kind === 'refused' && decision.ground?.source).not.toBe('');
  },
});

const scene = (history: readonly SubsidyEvent[], actor: ActorStamp, occurredAt: Instant) => ({
  by: (org: BodyCode, sub?: string) => scene(history, as(org, sub), occurredAt),
  at: (when: Instant) => scene(history, actor, when),
  when({ type, data }: Sent) {
    const command = { type, data: subsidyUseCase(type).data.parse(data) } as SubsidyCommand;
    const rules = rulePackFor('2025-06-10', '370402');
    return verdict(decide(command, fold(history), { actor, now: NOON, occurredAt, rules }), history);
  },
});

/** `given(…events).by(body, account).when(command).then(…events)`; by default the village's chair acts at noon. */
export const given = (...history: readonly SubsidyEvent[]) => scene(history, as(VILLAGE, 'chair'), NOON);

export const CLAIMED: SubsidyEvent = {
  type: 'SubsidyClaimed',
  data: {
    body: VILLAGE,
    dossier: '(2025)永安永安村人调字第1号',
    mediators: ['370402102001-m1'],
    claimedBy: 'chair',
    difficulty: 'general',
    result: 'written-agreement',
    rate: 'subsidy-general',
    amountFen: 10_000,
    disputeRevision: 20,
    sameAs: [],
    claimedOn: '2025-06-10',
  },
};
export const REVIEWED: SubsidyEvent = {
  type: 'SubsidyReviewed',
  data: { by: OFFICE, reviewer: 'officer', reviewedOn: '2025-06-10' },
};
export const APPROVED: SubsidyEvent = {
  type: 'SubsidyApproved',
  data: { by: BUREAU, amountFen: 10_000, approvedOn: '2025-06-10' },
};
export const PAID: SubsidyEvent = {
  type: 'SubsidyPaid',
  data: { by: BUREAU, amountFen: 10_000, batch: '2025-Q2', disputeRevision: 20, paidOn: '2025-06-10' },
};
export const RETURNED: SubsidyEvent = {
  type: 'SubsidyReturned',
  data: { by: OFFICE, reason: 'file-not-in-order', returnedOn: '2025-06-10', personal: {} },
};
export const REFUSED: SubsidyEvent = {
  type: 'SubsidyRefused',
  data: { by: BUREAU, reason: 'not-payable', refusedOn: '2025-06-10', personal: {} },
};
export const YIELDED: SubsidyEvent = {
  type: 'SubsidyYielded',
  data: { to: OTHER_CASE, yieldedOn: '2025-06-10' },
};
export const RECOVERED: SubsidyEvent = {
  type: 'SubsidyRecovered',
  data: { by: BUREAU, amountFen: 10_000, reason: 'duplicate', recoveredOn: '2025-06-10', personal: {} },
};
