import type { CourtRefusal } from '@mediation/dispute/domain';
import type { ProblemRow } from './problem-row';

/** Of courts: referral, judicial confirmation. */
export const COURT_PROBLEMS: Readonly<Record<CourtRefusal, ProblemRow>> = {};
