import { openEmbeddedIssuer, type Role } from '@mediation/access';
import { eventually, notYet, startTestKafka } from '@mediation/testing';
import { deskAt, type Service } from '@tools/acceptance';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `npm run network` runs: the built program, since it starts the built services. */
const PROGRAM = join(__dirname, '..', '..', '..', '..', 'dist', 'tools', 'network', 'src', 'main.js');
const START_TIMEOUT_MS = 90_000;
const SERVICES = ['CENTER', 'VILLAGE', 'TOWNSHIP', 'DISTRICT', 'RECORDER', 'ISSUER'] as const;

const freePorts = async (count: number): Promise<readonly number[]> => {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};

/** The network as a person starts it, ready to serve, with a Kafka and a database of its own. */
export const startNetworkProgram = async () => {
  const kafka = await startTestKafka();
  const dataDir = join(tmpdir(), `mediation-network-${randomBytes(6).toString('hex')}`);
  const ports = await freePorts(SERVICES.length);
  const portOf = (name: (typeof SERVICES)[number]) => ports[SERVICES.indexOf(name)];
  const env = {
    ...process.env,
    ...Object.fromEntries(SERVICES.map((name) => [`${name}_PORT`, String(portOf(name))])),
    KAFKA_BROKERS: kafka.brokers,
    DATA_DIR: dataDir,
    SAMPLE_YEAR: 'off',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'test',
  };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await eventually(
    'the five services to be ready',
    () => {
      if (child.exitCode !== null) throw new Error(output);
      return Promise.resolve(output.includes('five services ready') ? true : notYet(output.slice(-400)));
    },
    { timeoutMs: START_TIMEOUT_MS },
  );
  const issuer = await openEmbeddedIssuer(join(dataDir, 'issuer.json'));
  if (issuer === undefined) throw new Error('the network made no issuer');
  const urlOf = (service: Service) => `http://127.0.0.1:${portOf(service.toUpperCase() as Uppercase<Service>) ?? 0}`;
  return {
    kafka,
    output: () => output,
    /** Through Kafka and the recorder; the benchmark measures it, a busy machine may take its time. */
    viewsWithinMs: 10_000,
    desk: async (org: string, role: Role) =>
      deskAt(urlOf, org, await issuer.sign({ sub: role, org, roles: [role], ttlSeconds: 3_600 })),
    urlOf,
    /** Runs `npm run network -- <verb>` beside it. */
    run: async (verb: string) => {
      const beside = spawn(process.execPath, [PROGRAM, verb], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      beside.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const [code] = (await once(beside, 'exit')) as [number];
      return { code, text };
    },
    end: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
    close: async () => {
      child.kill('SIGTERM');
      await exited;
      await kafka.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type NetworkProgram = Awaited<ReturnType<typeof startNetworkProgram>>;
