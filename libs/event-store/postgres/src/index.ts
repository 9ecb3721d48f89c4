export { toFault } from './faults';
export { postgresJournal, type PostgresJournalOptions } from './postgres-journal';
export { openSidePool, type SidePool, type SidePoolOptions } from './side-pool';
