import { kafkaMessaging } from '@mediation/messaging/kafka';
import type { Messaging } from '@mediation/messaging/port';
import type { PinoLogger } from '@mediation/nest';
import { z } from 'zod';

const broker = /^[^\s:/,]+:\d{1,5}$/;
const brokers = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((list) => list.every((each) => broker.test(each)), {
    error: '写作 主机:端口,主机:端口 / write host:port,host:port',
  });

export const kafkaShape = {
  KAFKA_BROKERS: brokers,
  KAFKA_SSL: z.enum(['on', 'off']).default('off'),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD: z.string().min(1).optional(),
};

export type KafkaConfig = z.output<z.ZodObject<typeof kafkaShape>>;

/** How to reach the brokers, in kafkajs' own words. */
export const brokersOf = (config: KafkaConfig) => {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  return {
    brokers: [...config.KAFKA_BROKERS],
    ssl: config.KAFKA_SSL === 'on',
    ...(mechanism && username && password && { sasl: { mechanism, username, password } }),
  };
};

export const messagingOf = (config: KafkaConfig, clientId: string, logger: PinoLogger): Messaging =>
  kafkaMessaging({
    ...brokersOf(config),
    clientId,
    onLog: ({ level, message, ...entry }) =>
      logger[level === 'info' ? 'log' : level]({ msg: message, ...entry }, 'kafka'),
  });
