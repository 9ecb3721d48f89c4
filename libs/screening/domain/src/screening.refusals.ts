/** Why a command is refused. */
export const SCREENING_REFUSALS = [
  'screening-unknown',
  'screening-closed',
  'occurred-in-the-future',
  'not-a-planning-body',
  'area-not-yours',
  'period-ends-before-it-begins',
  'due-before-the-period-ends',
  'not-asked-to-report',
  'already-reported',
  'held-in-the-future',
  'held-before-the-period',
  'finding-unknown',
  'finding-not-yours',
  'finding-settled-otherwise',
  'dispute-of-another-finding',
  'not-the-planner',
  'not-due-yet',
] as const;
export type ScreeningRefusal = (typeof SCREENING_REFUSALS)[number];
