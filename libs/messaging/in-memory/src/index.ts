export { inMemoryMessaging } from './in-memory-messaging';
export { MemoryBroker, type MemoryRecord } from './memory-broker';
