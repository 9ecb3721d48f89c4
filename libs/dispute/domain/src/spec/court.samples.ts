/** A full sample of each use case's data. */
export const COURT_SAMPLES = {} as const;
