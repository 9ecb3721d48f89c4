export { openEventStore, type OpenEventStoreOptions } from './open-event-store';
