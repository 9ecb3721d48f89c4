export interface Load {
  readonly inFlight: number;
  readonly ms: number;
}

/** Keeps so many operations under way for so long; completions a second. */
export const closedLoop = async ({ inFlight, ms }: Load, operation: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - startedAt < ms) {
      await operation();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (done / (performance.now() - startedAt)) * 1000;
};

/** So many a second, of one piece of work. */
export const rateOf = async (count: number, work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (count / (performance.now() - startedAt)) * 1000;
};
