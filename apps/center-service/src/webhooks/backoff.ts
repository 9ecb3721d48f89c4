const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed attempt in a row, as Standard Webhooks has it: some three days in all. */
export const STANDARD_BACKOFF: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Up to a fifth more, by chance from 0 to 1, so that those who failed together do not come back together; undefined: give up. */
export const waitAfter = (attempts: number, chance: number, backoff = STANDARD_BACKOFF): number | undefined => {
  const wait = backoff[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + chance / 5));
};
