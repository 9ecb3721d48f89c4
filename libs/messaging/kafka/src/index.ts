export { kafkaMessaging } from './kafka-messaging';
export type { KafkaLogEntry, KafkaOptions } from './kafka-options';
export { saslOf } from './client';
