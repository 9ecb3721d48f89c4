/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_REFUSALS = [] as const;
export type AuthorityRefusal = (typeof AUTHORITY_REFUSALS)[number];
