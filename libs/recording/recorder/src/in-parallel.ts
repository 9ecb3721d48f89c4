/**
 * Works on the items, at most `limit` at a time. When one fails, what has begun is waited for, no more is begun, and the
 * first error is thrown.
 */
export const inParallel = async <T>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const rest = items.values();
  const errors: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const item of rest) {
      await work(item).catch((error: unknown) => errors.push(error));
      if (errors.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
};
