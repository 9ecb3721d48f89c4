import type { Migration } from '../migrations';
import { PartyCodes1796760000000 } from './party-codes-1796760000000';

export const centerMigrations: readonly Migration[] = [PartyCodes1796760000000];
