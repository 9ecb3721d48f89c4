import { setTimeout as delay } from 'node:timers/promises';

/** Whether the condition came to hold within the limit. */
export const waitUntil = async (
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
  everyMs = 20,
): Promise<boolean> => {
  const deadline = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await delay(everyMs);
  }
  return true;
};
