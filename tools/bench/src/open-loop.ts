import { setTimeout as delay } from 'node:timers/promises';

export interface Pace {
  readonly perSecond: number;
  readonly ms: number;
}

const TICK_MS = 1;

/**
 * Begins one operation after the other at its appointed time, whether or not those before it have ended, and waits for all of
 * them. Each is told when it was due, so that what it has waited for its turn counts as well.
 * @throws the fault of the first that failed
 */
export const openLoop = async (
  { perSecond, ms }: Pace,
  operation: (dueAt: number) => Promise<unknown>,
): Promise<void> => {
  const startedAt = performance.now();
  const count = Math.round((perSecond * ms) / 1000);
  const begun: Promise<unknown>[] = [];
  let hasFailed = false;
  const begin = (dueAt: number): void => {
    const operating = operation(dueAt);
    operating.catch(() => (hasFailed = true)); // Nothing more begins, and the last line rejects with it.
    begun.push(operating);
  };
  while (begun.length < count && !hasFailed) {
    const dueAt = startedAt + (begun.length * 1000) / perSecond;
    if (dueAt <= performance.now()) begin(dueAt);
    else await delay(TICK_MS);
  }
  await Promise.all(begun);
};
