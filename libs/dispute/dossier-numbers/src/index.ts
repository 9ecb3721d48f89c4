export { inMemoryDossierNumbers } from './in-memory-dossier-numbers';
export { postgresDossierNumbers, type DossierNumbersOptions } from './postgres-dossier-numbers';
export type { Allocation, ClosableNumbers } from './allocation';
