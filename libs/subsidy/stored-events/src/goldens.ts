import { join } from 'node:path';
import { goldensIn } from '@mediation/stored-events';

/** Every payload of the golden folder. */
export const subsidyGoldens = () => goldensIn(join(__dirname, '..', 'golden'));
