export type { Clock, ClockState, Extension, Occurrence, Pause } from './clock';
export { lastDayOf, type Period } from './period';
export type { Identified, RulePack } from './pack';
export { clocksOf, packIds, rulePackById, rulePackFor, UnknownRulePack } from './rule-pack';
export type { Certainty, ClockRule, Gate, HandoffKind, Holiday, Layer, Listed, MaterialRule } from './rule-pack.schema';
export * from './vocabulary';
export { isProvisional, isPublished, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-calendar';
