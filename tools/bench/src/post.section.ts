import type { DatabaseUrls } from '@infra/migrations';
import { openEmbeddedIssuer } from '@mediation/access';
import autocannon from 'autocannon';
import { join } from 'node:path';
import { createBareTable } from './bare-inserts';
import { settle } from './bench-server';
import { compare } from './compare';
import { atLeast, type Bench, type Finding, type Section } from './finding';
import { rates } from './format';
import { REGISTRATION } from './sample-events';
import { freePort, startProcess, type ServerProcess } from './server-process';

const CONNECTIONS = [32, 64];
const VILLAGE = '370402102200-committee';

interface Served extends ServerProcess {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const startBare = async ({ serviceUrl }: DatabaseUrls, connections: number): Promise<Served> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = [serviceUrl, String(connections), String(port)];
  const server = await startProcess('bare-fastify.process.js', { args, readyUrl: `${base}/ready` });
  return { ...server, url: `${base}/disputes`, headers: {} };
};

/** The program that `npm start` starts, on the same server. */
const startStandalone = async ({ server }: Bench, { ownerUrl, serviceUrl }: DatabaseUrls): Promise<Served> => {
  const [port, dataDir] = [await freePort(), join(server.dataDir, 'standalone')];
  const base = `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), DATA_DIR: dataDir, SAMPLE_YEAR: 'off', NODE_ENV: 'development' };
  const env = { ...process.env, ...settings, DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: serviceUrl };
  const process_ = await startProcess('standalone.process.js', { env, readyUrl: `${base}/health/ready` });
  const issuer = await openEmbeddedIssuer(join(dataDir, 'issuer.json'));
  const token = await issuer?.sign({ sub: 'bench', org: VILLAGE, roles: ['mediator'], ttlSeconds: 86_400 });
  return { ...process_, url: `${base}/api/village/v1/disputes`, headers: { authorization: `Bearer ${token}` } };
};

/** Registrations accepted a second. @throws when one is not */
const post = async ({ url, headers }: Served, connections: number, ms: number): Promise<number> => {
  const result = await autocannon({
    url,
    connections,
    duration: Math.max(1, Math.round(ms / 1000)),
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(REGISTRATION),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} requests to ${url} failed`);
  return result['2xx'] / result.duration;
};

/** The baseline with as many database connections as serve it best. */
const bestBare = async (urls: DatabaseUrls, connections: number, ms: number): Promise<Served & { pool: number }> => {
  let best = { pool: 0, rate: 0 };
  for (const pool of [4, 8, 16, 32]) {
    const server = await startBare(urls, pool);
    await post(server, connections, ms);
    const rate = await post(server, connections, ms);
    await server.stop();
    if (rate > best.rate) best = { pool, rate };
  }
  return { ...(await startBare(urls, best.pool)), pool: best.pool };
};

const measure = async (bench: Bench, urls: DatabaseUrls, connections: number): Promise<Finding> => {
  const { pairs, runMs, warmUpMs } = bench.scale;
  const bare = await bestBare(urls, connections, warmUpMs);
  const standalone = await startStandalone(bench, urls);
  await settle(bench.server.superuserUrl);
  for (const server of [bare, standalone]) await post(server, connections, 3 * warmUpMs);
  const sides = {
    baseline: () => post(bare, connections, runMs),
    candidate: () => post(standalone, connections, runMs),
  };
  const comparison = await compare(pairs, sides, (pair, n) =>
    bench.say(`登记,${connections} 个连接,第 ${n}/${pairs} 对:${rates(pair)}`, `POST, ${connections} connections`),
  );
  await Promise.all([bare.stop(), standalone.stop()]);
  return {
    what: `登记 POST /disputes, ${connections} 连接 connections`,
    unit: 'requests/s',
    comparison,
    verdict: atLeast(0.5, comparison),
    note: `baseline ${bare.pool} database connections, program 4`,
  };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const urls = await bench.server.database('bench_post');
  await createBareTable(urls.ownerUrl);
  const findings: Finding[] = [];
  for (const connections of CONNECTIONS) findings.push(await measure(bench, urls, connections));
  return findings;
};

export const postSection: Section = {
  name: 'post',
  title: '登记,端到端 POST /disputes, end to end',
  method:
    'The program that `npm start` starts, in a process of its own: token verified, body checked, decided, appended to the ' +
    'journal, answered with 201. Baseline: bare Fastify, also in a process of its own, that parses the same body and inserts ' +
    'one comparable row (as above), with as many database connections as proved fastest for it. autocannon runs in a third ' +
    'process, the same for both.',
  run,
};
