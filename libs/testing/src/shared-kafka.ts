import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KAFKA_VERSION } from '@infra/kafka';
import { startKafkaContainer } from './kafka-container';
import { requireKafkaRun, type KafkaKind } from './kafka-run';
import { startLocalTestKafka, type TestKafka } from './test-kafka';

const START: Readonly<Record<Exclude<KafkaKind, 'given'>, () => Promise<TestKafka>>> = {
  docker: startKafkaContainer,
  local: startLocalTestKafka,
};

export interface SharedKafka {
  readonly address: string;
  /** Ends the broker, if anybody asked for it. */
  close(): Promise<void>;
}

/**
 * Keeps the run's one broker in the process of the global set-up, which outlives every test process: started when the first
 * of them asks, so that a run of pure specs never starts it, and stopped with the run.
 */
export const offerSharedKafka = async (kind: Exclude<KafkaKind, 'given'>): Promise<SharedKafka> => {
  let kafka: Promise<TestKafka> | undefined;
  const start = () => {
    process.stderr.write(
      `Kafka ${KAFKA_VERSION}: ${kind === 'docker' ? '容器 a container' : '本机进程 a local process'}\n`,
    );
    return START[kind]();
  };
  const server = createServer((_, response) => {
    kafka ??= start();
    kafka.then(
      ({ brokers }) => response.end(brokers),
      (error: unknown) => response.writeHead(503).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.close();
      await kafka?.then(
        (started) => started.stop(),
        () => undefined,
      );
    },
  };
};

/** The run's shared broker(s), as KAFKA_BROKERS would name them; started when nobody has asked before. */
export const testBrokers = async (): Promise<string> => {
  const { kind, source } = requireKafkaRun();
  if (kind === 'given') return source;
  const response = await fetch(source);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(text);
};
