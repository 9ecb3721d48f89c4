export { PostgresViewStore } from './view-store';
export { rebuild, RebuildRunning, type RebuildOptions, type Rebuilt } from './rebuild/rebuild';
export type { Content, Difference } from './rebuild/compare-generations';
