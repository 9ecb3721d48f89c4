/** A full sample of each use case's data. */
export const AUTHORITY_SAMPLES = {} as const;
