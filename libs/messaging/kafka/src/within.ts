import { setTimeout as delay } from 'node:timers/promises';

/** Waits for the work, but no longer: what becomes of it then is the caller's affair. Resolves to whether it was done. */
export const within = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
  const timer = new AbortController();
  const late = delay(ms, false, { signal: timer.signal }).catch(() => false);
  const done = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    timer.abort();
  }
};
