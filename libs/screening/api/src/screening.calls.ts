import type { AggregateCalls } from '@mediation/aggregate-api';
import {
  screeningIdOf,
  screeningStream,
  screeningUseCase,
  type ScreeningCommand,
  type ScreeningRefusal,
} from '@mediation/screening/domain';
import { SCREENING_EXAMPLES } from './screening.examples';
import { screeningProblemOf } from './screening.problems';
import { SCREENING_ROUTES } from './screening.routes';

export const SCREENING_CALLS: AggregateCalls<ScreeningCommand, ScreeningRefusal> = {
  noun: { zh: '排查任务', en: 'screening', path: 'screenings' },
  routes: SCREENING_ROUTES,
  useCase: screeningUseCase,
  numbers: [],
  examples: SCREENING_EXAMPLES,
  recorded: 'ScreeningRecorded',
  stream: screeningStream,
  idOf: screeningIdOf,
  problemOf: screeningProblemOf,
};
