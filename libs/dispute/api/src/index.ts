export * from './dispute.aggregate';
export * from './dispute-api.module';
export { RunDisputeCommand } from './dispute.command';
export type { KnownBodies } from './dispute.commands';
export * from './routes';
export * from './dispute-file';
export { disputeOpenApi } from './dispute.openapi';
