import { setTimeout as delay } from 'node:timers/promises';

export class Late extends Error {
  override readonly name = 'Late';
}

/** Waits for the work, but no longer: what becomes of it then is the caller's affair. @throws Late */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const late = delay(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Late(`not within ${ms} ms`);
  });
  // Whichever loses the race may fail when nobody looks any more.
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};

/** How long a goodbye may take that no broker answers, in milliseconds. */
const GOODBYE_MS = 2_000;

/** Resolves to whether the work was done in time, and well. */
export const goodbye = (work: Promise<unknown>): Promise<boolean> =>
  within(GOODBYE_MS, work).then(
    () => true,
    () => false,
  );
