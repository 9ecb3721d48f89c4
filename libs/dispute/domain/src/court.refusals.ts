/** Of courts: referral, judicial confirmation. */
export const COURT_REFUSALS = [] as const;
export type CourtRefusal = (typeof COURT_REFUSALS)[number];
