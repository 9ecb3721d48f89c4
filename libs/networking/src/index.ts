export { watchConsumption } from './consumption-metrics';
export { brokersOf, kafkaShape, messagingOf, type KafkaConfig } from './kafka';
export { runTierService, type TierConfig, type TierParts, type TierPlan } from './tier-service';
