export * from './vocabulary';
export * from './classification/classification';
export * from './dispute.events';
export type { ProcedureEvent, ProcedureEventType } from './procedure.events';
export * from './procedure.state';
export * from './dispute.state';
export * from './dispute.refusals';
export type { AuthorityRefusal } from './authority.refusals';
export type { CourtRefusal } from './court.refusals';
export type { DossierRefusal } from './dossier.refusals';
export type { TimeLimitRefusal } from './time-limit.refusals';
export { evolve } from './dispute.evolve';
export * from './dispute.use-cases';
export {
  bodyCode as bodyCodeSchema,
  disputeId as disputeIdSchema,
  divisionCode as divisionCodeSchema,
  PERSONAL,
  plainDate as plainDateSchema,
  text as textSchema,
} from './fields';
export type { Context, DisputeDecision, DisputeRules, UseCase } from './use-case';
export { lapsedAt } from './time-limit';
export * from './visibility';
export { completenessOf, hasMediated, isComplete, type DossierItem, type MissingPart } from './dossier';
export type { Mediation } from './mediations';
export { isFirewalled, knowable, knowableClocks, knowableTypes, readable, type Entry } from './firewall';
export { knowsMinors, maskingMinors, minorLabels } from './minors';
export { courtOf } from './court-referral';
export { openReferral, situationOf } from './situation';
export { areaCovers, channelOf, commonSuperiorCentre, isGovernmentBody, kindOf } from './custody';
