/** Of the file. */
export const DOSSIER_EXAMPLES = {};
