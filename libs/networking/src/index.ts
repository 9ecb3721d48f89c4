export { watchConsumption } from './consumption-metrics';
export { kafkaShape, messagingOf, type KafkaConfig } from './kafka';
export { runTierService, type TierConfig, type TierParts, type TierPlan } from './tier-service';
