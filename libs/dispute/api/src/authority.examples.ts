/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_EXAMPLES = {};
