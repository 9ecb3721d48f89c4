import { join } from 'node:path';
import type { ScreeningEvent } from '@mediation/screening/domain';
import { codecOf, goldensIn } from '@mediation/stored-events';
import { SCREENING_NAMES } from './names';
import { screeningPayloads } from './payloads';

export const screeningCodec = codecOf<ScreeningEvent>({ names: SCREENING_NAMES, payloads: screeningPayloads });

/** Every payload of the golden folder. */
export const screeningGoldens = () => goldensIn(join(__dirname, '..', 'golden'));
