import { openEmbeddedIssuer } from '@mediation/access';
import { eventually, notYet, startTestKafka } from '@mediation/testing';
import { requireDataDir, startLocalDatabase } from '@tools/local-database';
import {
  parseConfig,
  prepareDatabases,
  prepareTopics,
  serveIssuer,
  servicePlans,
  Supervised,
  type Databases,
} from '@tools/network';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VILLAGE } from './stories';

/** Started from the build, as `npm run network` does. */
const APPS = join(__dirname, '..', '..', '..', 'dist', 'apps');
const PORTS = ['CENTER', 'VILLAGE', 'TOWNSHIP', 'DISTRICT', 'RECORDER', 'ISSUER'] as const;
/** So that a hundred falls do not wait for a patient supervisor. */
const WAIT_MS = { first: 100, longest: 200 };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const environment = async (dataDir: string, brokers: string): Promise<NodeJS.ProcessEnv> => {
  const ports: [string, string][] = [];
  for (const name of PORTS) ports.push([`${name}_PORT`, String(await freePort())]);
  return { ...Object.fromEntries(ports), DATA_DIR: dataDir, KAFKA_BROKERS: brokers, LOG_LEVEL: 'error' };
};

const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

export type ServiceName = 'village' | 'township' | 'district' | 'recorder' | 'center';

/** The whole network with a PostgreSQL and a Kafka of its own, each of which can be killed. */
export const startFaultyNetwork = async () => {
  if (!existsSync(APPS)) throw new Error('run it by npm run test:faults, which builds first');
  const kafka = await startTestKafka();
  // Not mkdtemp: the database may run as a user of its own, who must be able to enter.
  const dataDir = join(tmpdir(), `mediation-faults-${randomBytes(6).toString('hex')}`);
  requireDataDir(dataDir);
  const config = parseConfig(await environment(dataDir, kafka.brokers));
  const open = () => startLocalDatabase(dataDir, ['mediation', 'network'], () => undefined);
  let server = await open();
  const databases: Databases = server.databases;
  await prepareTopics(config);
  const directory = await prepareDatabases(databases);
  const served = await serveIssuer(config, directory);
  const log: string[] = [];
  const services = servicePlans(config, databases, { watching: true }).map(
    (plan) => new Supervised(plan, { write: (line) => log.push(line), wait: WAIT_MS, apps: APPS }),
  );
  const of = (name: ServiceName): Supervised => services.find(({ plan }) => plan.name === name)!;
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${of(name).plan.port}`;
  const ready = async (name: ServiceName): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${urlOf(name)}/health/ready`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const allReady = () =>
    eventually(
      'every service to be ready',
      async () => {
        for (const { plan } of services) {
          const seen = await ready(plan.name as ServiceName);
          if (seen['status'] !== 'ok') return notYet({ [plan.name]: seen });
        }
        return true;
      },
      { timeoutMs: 90_000, intervalMs: 100 },
    );
  await allReady();
  const issuer = await openEmbeddedIssuer(join(dataDir, 'issuer.json'));
  return {
    kafka,
    databases,
    log,
    urlOf,
    ready,
    allReady,
    pidOf: (name: ServiceName) => of(name).pid,
    token: () => issuer!.sign({ sub: 'load', org: VILLAGE, roles: ['mediator'], ttlSeconds: 3_600 }),
    kill: (name: ServiceName, signal: NodeJS.Signals = 'SIGKILL') => void of(name).signal(signal),
    /** As a power cut would end it, and then started again. */
    killPostgres: async () => {
      process.kill(postmaster(dataDir), 'SIGKILL');
      await server.died;
      await server.stop();
      server = await open();
    },
    close: async () => {
      await Promise.all(services.map((service) => service.end()));
      await served.close();
      await kafka.stop();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type FaultyNetwork = Awaited<ReturnType<typeof startFaultyNetwork>>;
