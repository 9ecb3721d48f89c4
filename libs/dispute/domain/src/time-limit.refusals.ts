/** Of the law's time limits. */
export const TIME_LIMIT_REFUSALS = [
  'time-limit-unknown',
  'time-limit-over',
  'time-limit-not-extendable',
  'extension-needs-parties',
] as const;
export type TimeLimitRefusal = (typeof TIME_LIMIT_REFUSALS)[number];
