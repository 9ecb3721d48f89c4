import { StartError } from '@mediation/kernel';
import { saslOf } from '@mediation/messaging/kafka';
import { Kafka, KafkaJSError, logLevel, type Admin } from 'kafkajs';
import type { brokersOf } from './kafka';

/** Tells the brokers what to do as an operator. @throws StartError when none answers or it refuses the caller */
export const withAdmin = async <T>(
  { sasl, ...reached }: ReturnType<typeof brokersOf>,
  work: (admin: Admin) => Promise<T>,
): Promise<T> => {
  const admin = new Kafka({
    ...reached,
    ...(sasl && { sasl: saslOf(sasl) }),
    clientId: 'operator',
    connectionTimeout: 3_000,
    retry: { retries: 3 },
    logLevel: logLevel.NOTHING,
  }).admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    if (!(error instanceof KafkaJSError)) throw error;
    const brokers = reached.brokers.join(',');
    throw new StartError(
      `Kafka(${brokers})不可用:${error.message};可先 npm run kafka -- start,或检查 KAFKA_BROKERS`,
      `Kafka (${brokers}) cannot be used: ${error.message}; run npm run kafka -- start first, or check KAFKA_BROKERS`,
      { cause: error },
    );
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};
