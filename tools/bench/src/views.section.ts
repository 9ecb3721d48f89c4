import { embeddedIssuer } from '@mediation/access';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { startKeptServer } from './bench-server';
import { comparisonOf } from './compare';
import { atMost, type Bench, type Finding, type Section } from './finding';
import { percentile } from './percentile';
import { bearer } from './post-servers';
import { freePort, startProcess } from './server-process';
import { CALLERS, casesOf, type Case } from './views/cases';
import { fillViews, TODAY } from './views/fill-views';

interface Centre {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Answer {
  readonly ms: number;
  readonly body: { readonly items?: readonly { readonly id: string }[] };
}

/** @throws when it is not answered with 200 */
const ask = async ({ url, headers }: Centre, path: string): Promise<Answer> => {
  const startedAt = performance.now();
  const response = await fetch(`${url}/${path}`, { headers });
  const text = await response.text();
  const ms = performance.now() - startedAt;
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return { ms, body: JSON.parse(text) as Answer['body'] };
};

const WARM_UP = 2;

/** One request at a time, each after one by an id. */
const measure = async (bench: Bench, centre: Centre, asked: Case): Promise<Finding> => {
  const { what, path, targetMs } = asked;
  const newest = await ask(centre, 'disputes?limit=1');
  const byId = `disputes?q=${newest.body.items?.[0]?.id}`;
  const first = await ask(centre, path);
  for (let n = 0; n < WARM_UP; n += 1) await ask(centre, path);
  const times: { baseline: number; candidate: number }[] = [];
  while (times.length < bench.scale.requests) {
    const { ms: baseline } = await ask(centre, byId);
    times.push({ baseline, candidate: (await ask(centre, path)).ms });
  }
  const own = times.map(({ candidate }) => candidate);
  const p95 = {
    baseline: percentile(
      times.map(({ baseline }) => baseline),
      95,
    ),
    candidate: percentile(own, 95),
  };
  const comparison = comparisonOf([p95]);
  const p50 = percentile(own, 50).toFixed(0);
  bench.say(`${what}:p50 ${p50} ms,p95 ${p95.candidate.toFixed(0)} ms`, path);
  return {
    what: `${what}, p95`,
    unit: 'ms',
    comparison,
    verdict: atMost(targetMs, comparison, true),
    note: `p50 ${p50} ms; the first ${first.ms.toFixed(0)} ms; ${first.body.items?.length ?? 'no'} items; load average ${loadavg()[0]?.toFixed(1)}`,
  };
};

const measureAll = async (bench: Bench, serviceUrl: string): Promise<readonly Finding[]> => {
  const keyFile = join(bench.server.dataDir, 'center-issuer.json');
  const issuer = await embeddedIssuer({ keyFile, issuerUrl: 'http://localhost:8080', nodeEnv: 'development' });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = [serviceUrl, keyFile, String(port), TODAY];
  const server = await startProcess('center.process.js', { args, readyUrl: `${base}/health/ready` });
  try {
    const findings: Finding[] = [];
    for (const caller of CALLERS) {
      const centre = { url: `${base}/api/center/v1`, headers: await bearer(issuer, caller) };
      for (const each of casesOf(caller)) findings.push(await measure(bench, centre, each));
    }
    return findings;
  } finally {
    await server.stop();
  }
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const { root, scale, say } = bench;
  const folder = process.env['BENCH_VIEWS'];
  const server = folder === undefined ? bench.server : await startKeptServer(resolve(root, folder), say);
  try {
    const { ownerUrl, serviceUrl } = await server.database('views');
    await fillViews({ ownerUrl, root, disputes: scale.disputes, say });
    return await measureAll(bench, serviceUrl);
  } finally {
    if (server !== bench.server) await server.stop();
  }
};

export const viewsSection: Section = {
  name: 'views',
  title: '百万件纠纷的看板与检索 Board, worklists and search at a million disputes',
  method:
    'The centre, in a process of its own, over HTTP, with a signed token, one request at a time, at least 60 of each after three that are ' +
    'not counted. Its views hold a million generated disputes of ten years and six districts: copies of the sample year, each with ' +
    'names, words, place and year of its own, those still open all in the last year. Baseline: the same centre asked for one dispute by its id, ' +
    'in turn with each request; both columns are the 95th percentile. Beside each figure: the median, the first request (which the ' +
    'funnel counts its months for; those that stand still are kept), how many items were answered, and the load average of the machine. ' +
    'With `BENCH_VIEWS=<folder>` the filled database is kept in that folder and used again. PostgreSQL has its settings of `npm start`.',
  run,
};
