export { watchConsumption } from './consumption-metrics';
export { kafkaShape, messagingOf, type KafkaConfig } from './kafka';
export { runTierService, type TierConfig, type TierPlan } from './tier-service';
