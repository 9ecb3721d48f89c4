import { Recorder1795467660000 } from './recorder-1795467660000';

/** In the order they are applied. */
export const recorderMigrations = [Recorder1795467660000] as const;
