import { DossierNumbers1796602300000 } from './dossier-numbers-1796602300000';

/** In the order they are applied. */
export const dossierMigrations = [DossierNumbers1796602300000] as const;
