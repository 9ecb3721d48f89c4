import { Kafka, logLevel, type LogEntry, type RetryOptions, type SASLOptions } from 'kafkajs';
import type { KafkaLogEntry, KafkaOptions } from './kafka-options';
import { Sockets } from './sockets';

export interface Client {
  readonly kafka: Kafka;
  readonly sockets: Sockets;
}

/** Named one by one: kafkajs has other defaults where NODE_ENV is `test`. */
export const RETRY = {
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  factor: 0.2,
  multiplier: 2,
} as const satisfies RetryOptions;

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;

/**
 * A connection that fails is tried again, and what does not succeed in the end reaches the caller: no news. What kafkajs tells
 * of the group is, for instance that the broker no longer has the messages it was to go on with.
 */
const levelOf = ({ namespace, level }: LogEntry): KafkaLogEntry['level'] =>
  level === logLevel.ERROR && /^(Consumer|Runner)/.test(namespace) ? 'warn' : 'debug';

/** Of what kafkajs logs only this is passed on: its other fields may quote whole answers. */
const toEntry = (entry: LogEntry): KafkaLogEntry => {
  const { namespace, log } = entry;
  const found = { broker: log['broker'], group: log['groupId'], topic: log['topic'], error: log['error'] };
  const texts = Object.entries(found).filter(([, value]) => typeof value === 'string');
  return { level: levelOf(entry), message: `${namespace}: ${log.message}`, ...Object.fromEntries(texts) };
};

export const saslOf = ({ mechanism, username, password }: NonNullable<KafkaOptions['sasl']>): SASLOptions => {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
};

/** A kafkajs client of its own for every use, so that one can be cut off without the others. */
export const openClient = ({ brokers, clientId, ssl = false, sasl, onLog }: KafkaOptions): Client => {
  const sockets = new Sockets();
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    ssl,
    ...(sasl && { sasl: saslOf(sasl) }),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Once around the list: every try asks the next broker.
    retry: { ...RETRY, retries: Math.max(2, brokers.length) },
    socketFactory: sockets.factory,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      // The environment can turn kafkajs's own level up to where it logs answers in full.
      if (entry.level <= logLevel.WARN && !sockets.isCut) onLog?.(toEntry(entry));
    },
  });
  return { kafka, sockets };
};
