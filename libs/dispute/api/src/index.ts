export * from './dispute.aggregate';
export * from './dispute-api.module';
export { RunDisputeCommand } from './dispute.command';
export { DisputeCommands, type KnownMediators } from './dispute.commands';
export * from './routes';
export * from './dispute-file';
export type { Documents, DossierNames, DossierNumbers, DossierParts } from './dossier/dossier-parts';
export { DisputeReader } from './dispute.reader';
export { disputeOpenApi } from './dispute.openapi';
