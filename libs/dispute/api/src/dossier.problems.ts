import type { DossierRefusal } from '@mediation/dispute/domain';
import type { ProblemRow } from './problem-row';

/** Of the file. */
export const DOSSIER_PROBLEMS: Readonly<Record<DossierRefusal, ProblemRow>> = {};
