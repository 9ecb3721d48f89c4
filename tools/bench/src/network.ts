import { parseConfig, prepareDatabases, prepareTopics, serveIssuer, servicePlans, Supervised } from '@tools/network';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from './finding';
import { VILLAGE, type Registrar } from './post-servers';
import { freePort } from './server-process';

const PORTS = ['CENTER', 'VILLAGE', 'TOWNSHIP', 'DISTRICT', 'RECORDER', 'ISSUER'] as const;
const READY_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 100;

const configFor = async (dataDir: string, brokers: string) => {
  const ports: [string, string][] = [];
  for (const name of PORTS) ports.push([`${name}_PORT`, String(await freePort())]);
  // `fatal`: under load its parts say that they lag, as they will.
  return parseConfig({ ...Object.fromEntries(ports), DATA_DIR: dataDir, KAFKA_BROKERS: brokers, LOG_LEVEL: 'fatal' });
};

const isReady = ({ plan }: Supervised): Promise<boolean> =>
  fetch(`http://127.0.0.1:${plan.port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

const allReady = async (services: readonly Supervised[]): Promise<void> => {
  const until = Date.now() + READY_LIMIT_MS;
  for (const service of services) {
    while (!(await isReady(service))) {
      if (Date.now() > until) throw new Error(`${service.plan.name} is not ready in time`);
      await delay(LOOK_AGAIN_MS);
    }
  }
};

/** The services as `npm run network` runs them, each a process, over the bench's PostgreSQL; with the database of the views. */
export const startNetwork = async (
  { server }: Bench,
  brokers: string,
): Promise<Registrar & { readonly viewsUrl: string }> => {
  const dataDir = join(server.dataDir, 'network');
  mkdirSync(dataDir, { recursive: true });
  const config = await configFor(dataDir, brokers);
  const databases = {
    mediation: await server.database('bench_district'),
    network: await server.database('bench_network'),
  };
  await prepareTopics(config);
  const directory = await prepareDatabases(databases);
  const { issuer, close } = await serveIssuer(config, directory);
  const services = servicePlans(config, databases, { watching: true }).map(
    (plan) => new Supervised(plan, { write: console.error }),
  );
  const stop = async () => {
    await Promise.all(services.map((service) => service.end()));
    await close();
  };
  await allReady(services).catch((error: unknown) => stop().then(() => Promise.reject(error as Error)));
  const token = await issuer.sign({ sub: 'bench', org: VILLAGE, roles: ['mediator'], ttlSeconds: 86_400 });
  return {
    url: `http://127.0.0.1:${config.VILLAGE_PORT}/api/village/v1/disputes`,
    headers: { authorization: `Bearer ${token}` },
    viewsUrl: databases.network.serviceUrl,
    stop,
  };
};
