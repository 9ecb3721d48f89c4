export {
  startEmbeddedPostgres,
  stopAbandonedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres';
export { StartError } from '@mediation/kernel';
