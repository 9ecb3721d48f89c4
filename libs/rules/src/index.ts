export { caseFileSchema, datedCaseSchema, type CaseFile, type DatedCase } from './case.schema';
export { CASE_KINDS, type CaseKind } from './case-kinds';
export { CLOCK_STATES } from './clock';
export { clockShape } from './clock.schema';
export type { Clock, ClockState, Extension, Occurrence, Pause } from './clock';
export { closestTo } from './closest-to';
export { clockRuleIds, deadlineOf, type Deadline, type DeadlineQuestion } from './deadline';
export { deadlineRules, deadlineRulesFor, type DeadlineRule } from './deadline-rules';
export { DEADLINE_FAULTS, DeadlineError, type DeadlineFault } from './deadline-error';
export { layers, type ReleasableLayer } from './releasable';
export { lastDayOf, type Period } from './period';
export type { Identified, RulePack, Subsidy } from './pack';
export { layerIdOf, LAYERS, layerSet } from './layers';
export {
  clocksOf,
  packIds,
  rulePackById,
  rulePackFor,
  rulePacksOver,
  UnknownRulePack,
  type RulePacks,
} from './rule-pack';
export { CERTAINTIES, HANDOFF_KINDS, isTag } from './rule-pack.schema';
export type {
  Certainty,
  ClockRule,
  Gate,
  HandoffKind,
  Holiday,
  Layer,
  Listed,
  MaterialRule,
  SubsidyRate,
} from './rule-pack.schema';
export * from './vocabulary';
export { isProvisional, isPublished, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-calendar';
