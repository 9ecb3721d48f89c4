export const CASE_KINDS = [
  'ordinary',
  'national-day',
  'spring-festival',
  'make-up-day',
  'month-end',
  'leap-day',
  'pause',
  'extension',
  'pack-boundary',
  'unpublished-year',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
