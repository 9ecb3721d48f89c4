/** Of courts: referral, judicial confirmation. */
export const COURT_USE_CASES = {};
