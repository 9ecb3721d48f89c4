/** Of courts: referral, judicial confirmation. */
export const COURT_REFUSALS = [
  'not-a-court',
  'no-court-referral',
  'papers-already-signed-for',
  'undisputed-facts-unknown',
  'mediation-not-ended',
  'result-does-not-fit',
  'not-a-court-or-police',
  'confirmation-not-offered',
  'not-the-offered-court',
  'confirmation-not-filed',
  'confirmation-under-way',
  'confirmation-decided',
  'remedy-not-open',
] as const;
export type CourtRefusal = (typeof COURT_REFUSALS)[number];
