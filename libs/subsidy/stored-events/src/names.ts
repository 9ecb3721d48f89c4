import type { SubsidyEventType } from '@mediation/subsidy/domain';

/** Stored names are strings we chose; renaming an event in the code never touches them. */
export const SUBSIDY_STORED_NAMES = {
  SubsidyClaimed: 'subsidy.claimed.v1',
  SubsidyReviewed: 'subsidy.reviewed.v1',
  SubsidyReturned: 'subsidy.returned.v1',
  SubsidyApproved: 'subsidy.approved.v1',
  SubsidyRefused: 'subsidy.refused.v1',
  SubsidyPaid: 'subsidy.paid.v1',
  SubsidyYielded: 'subsidy.yielded.v1',
  SubsidyRecovered: 'subsidy.recovered.v1',
} as const satisfies Readonly<Record<SubsidyEventType, string>>;
