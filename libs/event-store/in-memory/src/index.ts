export { inMemoryJournal, Memory } from './in-memory-journal';
