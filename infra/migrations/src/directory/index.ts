import { CourtRosters1796602200000 } from './court-rosters.migration';
import { CreateDirectory1795392000000 } from './create-directory.migration';
import { KindsOfBody1796602100000 } from './kinds-of-body.migration';

export const directoryMigrations = [CreateDirectory1795392000000, KindsOfBody1796602100000, CourtRosters1796602200000];
