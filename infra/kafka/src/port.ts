import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StartError } from '@mediation/kernel';

export const HOST = '127.0.0.1';

// Below what systems hand out to outgoing connections: a client that keeps knocking at a port of that range while the broker
// is down can be given that very port as its own, connects to itself, and the broker never gets it back.
const [LOWEST, HIGHEST] = [20_000, 32_000];
const ATTEMPTS = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });

const taken = (port: number | string): StartError =>
  new StartError(
    `Kafka 端口 ${port} 已被占用,请停止占用它的程序或换一个端口(KAFKA_PORT)`,
    `the Kafka port ${port} is taken; stop the program that uses it or choose another port (KAFKA_PORT)`,
  );

/** @throws StartError */
export const requireFree = async (port: number): Promise<number> => {
  if (await isFree(port)) return port;
  throw taken(port);
};

/** `wanted` when it is free, else any other. @throws StartError */
export const anyFreePort = async (wanted?: number): Promise<number> => {
  if (wanted !== undefined && (await isFree(wanted))) return wanted;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw taken(`${LOWEST}–${HIGHEST}`);
};
