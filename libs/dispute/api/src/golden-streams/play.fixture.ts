import {
  decide,
  disputeUseCase,
  evolve,
  initialDispute,
  type Dispute,
  type DisputeCommand,
  type DisputeEvent,
} from '@mediation/dispute/domain';
import type { ActorStamp, Instant } from '@mediation/kernel';
import type { RulePacks } from '@mediation/rules';

/** One command as it came, on its day. */
export interface Step {
  readonly type: DisputeCommand['type'];
  readonly data: object;
  readonly by: string;
  readonly at: Instant;
}

/** What was decided, and under which pack. */
export interface Decided {
  readonly rules: string;
  readonly events?: readonly DisputeEvent[];
  readonly refusal?: string;
  /** The gate and its article, where the law refused. */
  readonly ground?: readonly [rule: string, article: string];
}

export interface ReadClock {
  readonly id: string;
  readonly pack: string;
  readonly article: string;
  readonly dueOn: string;
  readonly state: string;
}

export interface GoldenStream {
  readonly steps: readonly (Step & { readonly decided: Decided })[];
  /** The clocks as they stood at the end of that day. */
  readonly clocks: readonly { readonly on: string; readonly read: readonly ReadClock[] }[];
}

const actor = (org: string): ActorStamp => ({ sub: 'someone', org, roles: org.endsWith('center') ? ['system'] : [] });

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const answerTo = (
  { type, data, by, at }: Step,
  dispute: Dispute,
  rules: ReturnType<RulePacks['rulePackById']>,
): Decided => {
  const command = { type, data: disputeUseCase(type).data.parse(data) } as DisputeCommand;
  const decision = decide(command, dispute, { actor: actor(by), now: at, occurredAt: at, rules });
  if (decision.kind === 'accepted') return plain({ rules: rules.id, events: decision.events });
  const { refusal, ground } = decision;
  return plain({ rules: rules.id, refusal, ...(ground && { ground: [ground.rule, ground.article] as const }) });
};

/** Decides each step on what the ones before it recorded, under the pack that `packOf` gives it. */
export const play = (
  steps: readonly (Step & { readonly decided?: Decided })[],
  packOf: (step: Step & { readonly decided?: Decided }) => ReturnType<RulePacks['rulePackById']>,
): { readonly decided: readonly Decided[]; readonly end: Dispute } => {
  let end = initialDispute;
  const decided = steps.map((step) => {
    const answer = answerTo(step, end, packOf(step));
    const metadata = { occurredAt: step.at, rules: answer.rules };
    for (const event of answer.events ?? []) end = evolve(end, { ...event, metadata });
    return answer;
  });
  return { decided, end };
};

/** The clocks at the end of a day, of what had happened by then. */
export const readClocks = (
  steps: GoldenStream['steps'],
  on: string,
  packs: Pick<RulePacks, 'clocksOf' | 'rulePackById'>,
): ReadClock[] => {
  const past = steps.filter(({ at }) => at.slice(0, 10) <= on);
  const { end } = play(past, ({ decided }) => packs.rulePackById(decided?.rules ?? ''));
  if (end.phase === 'absent') return [];
  const clocks = packs.clocksOf(end.file.occurrences, `${on}T23:59:59+08:00`);
  return clocks.map(({ id, pack, article, dueOn, state }) => ({ id, pack, article, dueOn, state }));
};
