/** 集中排查 (all at once, at a time that calls for it) · 日常排查. */
export const SCREENING_KINDS = ['concentrated', 'regular'] as const;
export type ScreeningKind = (typeof SCREENING_KINDS)[number];

/** What became of a finding: a dispute on file · 当场化解 · a dispute that was on file already. */
export const FINDING_OUTCOMES = ['dispute', 'handled', 'duplicate'] as const;
export type FindingOutcomeKind = (typeof FINDING_OUTCOMES)[number];
