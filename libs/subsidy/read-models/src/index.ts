import type { Projection } from '@mediation/projecting/engine';
import type { RecordedSubsidyEvent } from '@mediation/subsidy/domain';
import { subsidies } from './subsidies';

export type { SubsidyRow } from './subsidies';

/** Every view of subsidies. */
export const subsidyViews: readonly Projection<object, RecordedSubsidyEvent>[] = [subsidies];
