export { toFault } from './faults';
export { postgresJournal, type PostgresJournalOptions } from './postgres-journal';
