export { answers, waitForKafka } from './answers';
export { KAFKA_VERSION, resolveClasspath, type OnProgress } from './classpath';
export { SINGLE_NODE } from './data-folder';
export { anyFreePort } from './port';
export { kafkaIsPossible, type Possible } from './possible';
export { runningKafka, startKafka, stopKafka, type KafkaOptions, type LocalKafka } from './start-kafka';
export { applyTopics, type TopicApplied } from './apply-topics';
export { readTopics, TOPICS_FILE, type TopicSpec } from './topics-file';
export { producerPerformance, type Performance, type PerformanceRun } from './producer-performance';
