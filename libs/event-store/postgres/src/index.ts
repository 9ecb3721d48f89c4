export { postgresJournal, type PostgresJournalOptions } from './postgres-journal';
