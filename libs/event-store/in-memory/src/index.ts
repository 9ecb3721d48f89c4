export { inMemoryJournal } from './in-memory-journal';
