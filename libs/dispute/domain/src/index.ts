export * from './vocabulary';
export * from './dispute.events';
export * from './dispute.state';
export * from './dispute.refusals';
export { evolve } from './dispute.evolve';
export * from './dispute.use-cases';
export type { Context, DisputeDecision, DisputeRules, UseCase } from './use-case';
export * from './visibility';
export { areaCovers, channelOf, commonSuperiorCentre, isGovernmentBody, kindOf } from './custody';
