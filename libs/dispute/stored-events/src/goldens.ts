import { join } from 'node:path';
import { goldensIn } from '@mediation/stored-events';

export type { Golden } from '@mediation/stored-events';

/** Every payload of the golden folder. */
export const readGoldens = () => goldensIn(join(__dirname, '..', 'golden'));
