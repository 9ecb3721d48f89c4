import { Journal1735689600000 } from './journal-1735689600000';
import { LinksTo1796720000000 } from './links-to-1796720000000';

/** In the order they are applied. */
export const journalMigrations = [Journal1735689600000, LinksTo1796720000000] as const;
