import { setTimeout as delay } from 'node:timers/promises';

/** Whether the condition came to hold within the limit. */
export const waitUntil = async (condition: () => boolean, limitMs: number): Promise<boolean> => {
  const deadline = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
};
