export { aborted, endRequested } from './ending';
export {
  consoleClientId,
  duplicateWindowDays,
  issuerShape,
  LOG_LEVELS,
  parseEnv,
  partyCodeDays,
  postgresUrl,
  processShape,
  webhooksPrivate,
} from './env';
export { requireFreePort } from './free-port';
export { runService, type ProcessConfig, type Service } from './run-service';
export { ServiceModule } from './service.module';
export { systemClock } from './system-clock';
export { tokenVerifier } from './token-verifier';
export { contextModules, contextsOpenApi, tierModules, type ContextStores } from './contexts';
export { dossierParts, wordDocuments } from './dossier-parts';
