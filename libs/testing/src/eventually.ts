import { setTimeout as delay } from 'node:timers/promises';

/** What a probe answers while the awaited thing is not there: what it saw instead. */
export class NotYet {
  constructor(readonly seen: string) {}
}

export const notYet = (seen: unknown): NotYet => new NotYet(typeof seen === 'string' ? seen : JSON.stringify(seen));

export interface EventuallyOptions {
  /** Default 30,000: a busy machine is slow, and a wait that succeeds ends at once. */
  readonly timeoutMs?: number;
  /** Default 20. */
  readonly intervalMs?: number;
}

/**
 * Asks the probe until it returns a value (anything but `notYet(…)` and undefined) and resolves to that value.
 * @throws Error naming the description and what the probe last saw; a probe that throws counts as not yet.
 */
export const eventually = async <T>(
  description: string,
  probe: () => Promise<T | NotYet | undefined> | T | NotYet | undefined,
  { timeoutMs = 30_000, intervalMs = 20 }: EventuallyOptions = {},
): Promise<T> => {
  const deadline = performance.now() + timeoutMs;
  let seen = 'nothing';
  for (;;) {
    try {
      const answer = await probe();
      if (answer instanceof NotYet) seen = answer.seen;
      else if (answer !== undefined) return answer;
    } catch (error) {
      seen = String(error);
    }
    if (performance.now() >= deadline) throw new Error(`not within ${timeoutMs} ms: ${description}; last saw: ${seen}`);
    await delay(intervalMs);
  }
};
