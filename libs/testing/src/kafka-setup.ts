import { randomBytes } from 'node:crypto';
import { kafkaIsPossible } from '@infra/kafka';
import { dockerAnswers } from './kafka-container';
import { publishKafkaRun } from './kafka-run';
import { offerSharedKafka } from './shared-kafka';
import { removeAbandonedBrokers } from './test-kafka';
import { deleteTopicsOf } from './test-topics';

/** Finds out which Kafka the run may use and starts none. Resolves to what ends it. @throws where there can be none, with CI=true */
export const setUpKafka = async (): Promise<() => Promise<void>> => {
  const id = randomBytes(4).toString('hex');
  const given = process.env['KAFKA_BROKERS'] ?? '';
  if (given !== '') {
    process.stderr.write('Kafka: KAFKA_BROKERS\n');
    publishKafkaRun({ kind: 'given', id, source: given });
    return () => deleteTopicsOf(given, id);
  }
  await removeAbandonedBrokers();
  const kind = dockerAnswers() ? 'docker' : 'local';
  const local = kafkaIsPossible();
  if (kind === 'local' && !local.possible) {
    if (process.env['CI'] === 'true') throw new Error(`没有 Kafka:${local.zh} · no Kafka: ${local.en}`);
    console.warn(
      `\n没有 Kafka,需要它的测试将被跳过:${local.zh} · no Kafka, tests that need it are skipped: ${local.en}`,
    );
    return () => Promise.resolve();
  }
  const shared = await offerSharedKafka(kind);
  publishKafkaRun({ kind, id, source: shared.address });
  return shared.close;
};
