/** Of the file. */
export const DOSSIER_REFUSALS = [] as const;
export type DossierRefusal = (typeof DOSSIER_REFUSALS)[number];
