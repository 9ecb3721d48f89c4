export * from './dispute.aggregate';
export * from './dispute-api.module';
export { RunDisputeCommand } from './dispute.command';
export { DisputeCommands, type KnownBodies, type WriteAnswer } from './dispute.commands';
export type { WriteRequest } from './request';
export * from './routes';
export * from './dispute-file';
export type { Documents, DossierNames, DossierNumbers, DossierParts } from './dossier/dossier-parts';
export { disputeOpenApi } from './dispute.openapi';
