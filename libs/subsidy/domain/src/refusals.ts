/** Every way in which a subsidy is refused; what the law or a place's policy forbids is `barred-by-rule`, with its ground. */
export const SUBSIDY_REFUSALS = [
  'barred-by-rule',
  'occurred-in-the-future',
  'subsidy-not-claimed',
  'subsidy-claimed-already',
  'subsidy-not-reviewed',
  'subsidy-not-approved',
  'subsidy-not-paid',
  'subsidy-decided-already',
  'no-subsidy-rate',
  'case-not-read',
  'does-not-yield',
  'claimed-elsewhere-meanwhile',
] as const;
export type SubsidyRefusal = (typeof SUBSIDY_REFUSALS)[number];
