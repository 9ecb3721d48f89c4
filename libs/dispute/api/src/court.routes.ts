import type { DisputeRoute } from './route';

/** Of courts: referral, judicial confirmation. */
export const COURT_ROUTES: readonly DisputeRoute[] = [];
