import { Views1795392060000 } from './views-1795392060000';

/** In the order they are applied. */
export const viewMigrations = [Views1795392060000] as const;
