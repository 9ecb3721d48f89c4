import type { DisputeRoute } from './route';

/** Of the file. */
export const DOSSIER_ROUTES: readonly DisputeRoute[] = [];
