export { watchConsumption } from './consumption-metrics';
export { brokersOf, kafkaShape, messagingOf, type KafkaConfig } from './kafka';
export { withAdmin } from './with-admin';
export { runTierService, type TierConfig, type TierParts, type TierPlan } from './tier-service';
