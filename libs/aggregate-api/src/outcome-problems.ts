import type { Outcome } from '@mediation/command-runner';
import { ProblemError, type Problem } from '@mediation/nest';
import type { AggregateCalls } from './aggregate-calls';

type Done<Refusal extends string> = Extract<Outcome<Refusal>, { kind: 'done' }>;

/** @throws ProblemError unless it is done */
export const settled = <Refusal extends string>(
  { noun, problemOf }: Pick<AggregateCalls<never, Refusal>, 'noun' | 'problemOf'>,
  outcome: Outcome<Refusal>,
): Done<Refusal> => {
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'refused':
      throw new ProblemError(problemOf(outcome.refusal, outcome));
    case 'stale':
      throw new ProblemError({
        status: 412,
        code: 'stale-revision',
        zh: `${noun.zh}已被他人更新，请重新读取后再试。`,
        en: `The ${noun.en} has moved on; read it again and retry.`,
        ...(outcome.actual !== undefined && { extensions: { revision: outcome.actual } }),
      });
    case 'key-reused':
      throw new ProblemError(KEY_REUSED);
    case 'in-flight':
      throw new ProblemError(KEY_IN_FLIGHT);
    case 'contended':
      throw new ProblemError({
        status: 409,
        code: 'contended',
        zh: `此刻有多人同时办理这件${noun.zh}，请重试。`,
        en: `Too many are working on this ${noun.en} at this moment; retry.`,
      });
  }
};

const KEY_REUSED: Problem = {
  status: 422,
  code: 'idempotency-key-reused',
  zh: '该 Idempotency-Key 已用于另一请求，请换一个。',
  en: 'This Idempotency-Key was used for another request; take a new one.',
};

const KEY_IN_FLIGHT: Problem = {
  status: 409,
  code: 'idempotency-key-in-flight',
  zh: '同一 Idempotency-Key 的请求正在处理，请稍候重试。',
  en: 'A request with this Idempotency-Key is in flight; retry soon.',
};
