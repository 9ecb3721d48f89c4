import { Journal1735689600000 } from './journal-1735689600000';

/** In the order they are applied. */
export const journalMigrations = [Journal1735689600000] as const;
