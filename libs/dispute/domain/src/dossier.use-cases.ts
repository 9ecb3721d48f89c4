/** Of the file. */
export const DOSSIER_USE_CASES = {};
