import type { AuthorityRefusal } from '@mediation/dispute/domain';
import type { ProblemRow } from './problem-row';

/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_PROBLEMS: Readonly<Record<AuthorityRefusal, ProblemRow>> = {};
