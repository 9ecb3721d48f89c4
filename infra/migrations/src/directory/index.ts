import { CreateDirectory1795392000000 } from './create-directory.migration';

export const directoryMigrations = [CreateDirectory1795392000000];
