export { lastDayOf, type Period, type PeriodUnit } from './period';
export { rulePackFor, rulePacksUnder, type LocalPolicy, type RulePack } from './rule-pack';
export type { Certainty, HandoffKind, Limit, MediationTrack, RulePackData } from './rule-pack.schema';
export { isProvisional, isPublished, isWorkingDay, workingDayFrom } from './working-calendar';
