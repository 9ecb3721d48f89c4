export { KAFKA_VERSION, resolveClasspath, type OnProgress } from './classpath';
export { kafkaIsPossible, type Possible } from './possible';
export { runningKafka, startKafka, stopKafka, type KafkaOptions, type LocalKafka } from './start-kafka';
