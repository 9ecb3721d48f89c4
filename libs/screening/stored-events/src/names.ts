import type { ScreeningEventType } from '@mediation/screening/domain';

/** Stored names are strings we chose; renaming an event in the code never touches them. */
export const SCREENING_NAMES = {
  ScreeningPlanned: 'screening.planned.v1',
  RoundReported: 'screening.round-reported.v1',
  ZeroReported: 'screening.zero-reported.v1',
  FindingReported: 'screening.finding-reported.v1',
  FindingBecameDispute: 'screening.finding-became-dispute.v1',
  FindingHandled: 'screening.finding-handled.v1',
  FindingMatched: 'screening.finding-matched.v1',
  ScreeningClosed: 'screening.closed.v1',
} as const satisfies Readonly<Record<ScreeningEventType, string>>;
