/** A full sample of each use case's data. */
export const DOSSIER_SAMPLES = {} as const;
