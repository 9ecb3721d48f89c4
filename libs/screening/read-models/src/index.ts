import type { Projection } from '@mediation/projecting/engine';
import type { RecordedScreeningEvent } from '@mediation/screening/domain';
import { screeningFindings } from './screening-findings';
import { screeningPlans } from './screening-plans';
import { screeningRounds } from './screening-rounds';

export type { ScreeningFindingRow } from './screening-findings';
export type { ScreeningPlanRow } from './screening-plans';
export type { ScreeningRoundRow } from './screening-rounds';

/** What the centre shows of screenings. */
export const screeningViews: readonly Projection<object, RecordedScreeningEvent>[] = [
  screeningPlans,
  screeningRounds,
  screeningFindings,
];
