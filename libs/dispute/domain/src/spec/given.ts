import type { ActorStamp, BodyCode, Instant } from '@mediation/kernel';
import type { z } from 'zod';
import type { DisputeEvent } from '../dispute.events';
import { evolve } from '../dispute.evolve';
import type { DisputeRefusal } from '../dispute.refusals';
import { initialDispute, type Dispute } from '../dispute.state';
import { decide, disputeUseCase, type DISPUTE_USE_CASES, type DisputeCommand } from '../dispute.use-cases';
import type { DisputeDecision, DisputeRules } from '../use-case';
import { VILLAGE } from './bodies';
import { plainRules } from './plain-rules';

type UseCases = (typeof DISPUTE_USE_CASES)[keyof typeof DISPUTE_USE_CASES];
type Constant<T> = T extends object ? { readonly [K in keyof T]: Constant<T[K]> } : T;
/** A command as a caller sends it: the use case's own schema has still to fill in the defaults. */
export type Sent = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: Constant<z.input<U['data']>> };
}[UseCases['name']];

export const NOON = '2025-03-10T12:00:00+08:00';

export const as = (org: BodyCode, ...roles: readonly string[]): ActorStamp => ({ sub: 'someone', org, roles });

/** As a journal would have recorded them, at noon of the day that the specs live in. */
const recorded = (each: DisputeEvent) => ({ ...each, metadata: { occurredAt: NOON, rules: 'plain@1' } });

export const fold = (events: readonly DisputeEvent[]): Dispute =>
  frozen(events.map(recorded).reduce(evolve, initialDispute));

/** What a journal would keep: a key whose value is undefined is not there. */
const stored = (decision: DisputeDecision): unknown => JSON.parse(JSON.stringify(decision));

/** A decision that changed what it was given would throw. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

interface Moment {
  readonly actor: ActorStamp;
  readonly occurredAt: Instant;
  readonly now: Instant;
  readonly rules: DisputeRules;
}

const verdict = (decision: DisputeDecision, history: readonly DisputeEvent[]) => ({
  decision,
  /** Exactly these events, in this order, with these keys; and they can be applied. */
  then(...events: readonly DisputeEvent[]): void {
    expect(stored(decision)).toStrictEqual(stored({ kind: 'accepted', events }));
    fold([...history, ...events]);
  },
  /** Whatever rule of law it rests on: see `barred`. */
  refused: (refusal: DisputeRefusal): void =>
    expect(decision.kind === 'refused' ? decision.refusal : decision).toStrictEqual(refusal),
  /** Refused by a rule of law: the entry of the pack and its article. */
  barred: (rule: string, article: string): void =>
    expect(decision).toMatchObject({ kind: 'refused', refusal: 'barred-by-rule', ground: { rule, article } }),
});

const scene = (history: readonly DisputeEvent[], moment: Moment) => ({
  by: (org: BodyCode, ...roles: readonly string[]) => scene(history, { ...moment, actor: as(org, ...roles) }),
  at: (occurredAt: Instant, now = occurredAt) => scene(history, { ...moment, occurredAt, now }),
  /** Under another pack than the plain one. */
  under: (rules: DisputeRules) => scene(history, { ...moment, rules }),
  when({ type, data }: Sent) {
    const command = frozen({ type, data: disputeUseCase(type).data.parse(data) }) as DisputeCommand;
    return verdict(decide(command, fold(history), moment), history);
  },
});

/** `given(…events).by(body).at(instant).when(command).then(…events)` or `.refused(code)`; by default the village acts at noon. */
export const given = (...history: readonly DisputeEvent[]) =>
  scene(history, { actor: as(VILLAGE), occurredAt: NOON, now: NOON, rules: plainRules });

/** One way to a refusal: a refusal that nothing can produce any more does not belong in the list. */
export type Witness = () => ReturnType<ReturnType<typeof given>['when']>;
