import type { RecordedDisputeEvent } from '@mediation/dispute/domain';
import type { Projection } from '@mediation/projecting/engine';
import { disputes } from './disputes';
import { emergencies } from './emergencies';
import { funnel } from './funnel';
import { handoffBoard } from './handoff-board';
import { likeness } from './likeness';
import { mediationFacts } from './mediation-facts';
import { oversight } from './oversight';
import { searchTexts } from './search-texts';
import { timeline } from './timeline';

export { handoffBoard, OPEN_HANDOFF_STATES, type HandoffRow, type HandoffState } from './handoff-board';
export {
  MEASURED,
  placeWarnings,
  WARNING_FAMILIES,
  WARNING_SETTINGS,
  type PlaceCounts,
  type PlaceWarnings,
} from './early-warning/families';
export { funnel } from './funnel';
export { DESTINATIONS, SETTLING_STEPS, type Destination, type FunnelRow, type SettlingStep } from './funnel-row';
export { disputes } from './disputes';
export { emergencies, type EmergencyRow, type Incident, type SentUnit } from './emergencies';
export { gramsSought, monthGram, searchable } from './grams';
export { oversight, type ActAfter, type Order, type OversightRow, type RiskSign } from './oversight';
export { searchTexts, type SearchRow } from './search-texts';
export { likeness, type LikenessRow } from './likeness';
export type { AgreementState, DisputeRow, EmergencyState } from './dispute-row';
export { NEXT_TASKS, type NextTask } from './next-task';
export { oversightKeys, sightOf, type SightKey, type Viewer } from './seen-by';
export { remainingTo, URGENCIES, urgencyOf, type Urgency } from './urgency';
export { timeLimits, type TimeLimitRow } from './time-limits';
export { timeline, type TimelineRow } from './timeline';
export { mediationFacts } from './mediation-facts';
export type { FactKind, FactRow } from './fact-row';
export { fromSortablePosition, sortablePosition } from './sortable-position';

/** Every view of disputes; they are projected together. */
export const disputeViews: readonly Projection<object, RecordedDisputeEvent>[] = [
  handoffBoard,
  disputes,
  timeline,
  mediationFacts,
  likeness,
  emergencies,
  oversight,
  searchTexts,
  funnel,
];
