import { connect } from 'node:net';
import { StartError } from '@mediation/kernel';
import { Kafka, logLevel } from 'kafkajs';
import { waitUntil } from './wait';

const TIMEOUT_MS = 2_000;

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(TIMEOUT_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

/** Whether a broker answers a request; a port that merely accepts is not enough. Asks once, does not wait. */
export const answers = async (brokers: string): Promise<boolean> => {
  const [first = ''] = brokers.split(',');
  const { hostname, port } = new URL(`tcp://${first}`);
  if (!(await accepts(hostname, Number(port)))) return false;
  const admin = new Kafka({
    brokers: brokers.split(','),
    clientId: 'probe',
    logLevel: logLevel.NOTHING,
    connectionTimeout: TIMEOUT_MS,
    requestTimeout: TIMEOUT_MS,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

/** Resolves when a broker answers. @throws StartError when none has within the limit */
export const waitForKafka = async (brokers: string, limitMs: number): Promise<void> => {
  if (await waitUntil(() => answers(brokers), limitMs, 50)) return;
  throw new StartError(
    `Kafka(${brokers})没有应答,请检查它是否在运行`,
    `Kafka (${brokers}) does not answer; check that it runs`,
  );
};
