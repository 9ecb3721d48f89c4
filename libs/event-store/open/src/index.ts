export { EVENT_STORE_SCHEMES, openEventStore, type OpenEventStoreOptions } from './open-event-store';
