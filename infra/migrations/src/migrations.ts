import type { MigrationInterface } from 'typeorm';
import { centerMigrations } from './center';
import { directoryMigrations } from './directory';
import { dossierMigrations } from './dossier';
import { journalMigrations } from './journal';
import { recorderMigrations } from './recorder';
import { relayMigrations } from './relay';
import { viewMigrations } from './views';
import { webhookMigrations } from './webhooks';

export type Migration = new () => MigrationInterface;

/** Every migration there is; a folder per owner, each exporting its list. TypeORM orders them by the time in their names. */
export const MIGRATIONS: readonly Migration[] = [
  ...journalMigrations,
  ...directoryMigrations,
  ...viewMigrations,
  ...relayMigrations,
  ...recorderMigrations,
  ...dossierMigrations,
  ...centerMigrations,
  ...webhookMigrations,
];
