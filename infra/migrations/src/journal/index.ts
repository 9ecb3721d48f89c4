import { Journal1735689600000 } from './journal-1735689600000';
import { LinksTo1796720100000 } from './links-to-1796720100000';

/** In the order they are applied. */
export const journalMigrations = [Journal1735689600000, LinksTo1796720100000] as const;
