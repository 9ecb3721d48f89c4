import autocannon from 'autocannon';
import { setTimeout as delay } from 'node:timers/promises';
import { createBareTable } from './bare-inserts';
import { settle, withClient } from './bench-server';
import { compare } from './compare';
import { atLeast, type Bench, type Finding, type Section } from './finding';
import { rates } from './format';
import { startBare, startProgram, startVillageService, type Place, type Registrar } from './post-servers';
import { REGISTRATION } from './sample-events';

const BARE_CONNECTIONS = [4, 8, 16, 32];

/** Registrations answered with success a second. @throws when one was not */
const post = async ({ url, headers }: Registrar, connections: number, ms: number): Promise<number> => {
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

/** Bare Fastify with as many database connections as serve it best at this load. */
const startBestBare = async (place: Place, connections: number, ms: number) => {
  let best = { pool: 0, rate: 0 };
  for (const pool of BARE_CONNECTIONS) {
    const server = await startBare(place, pool);
    await post(server, connections, ms);
    const rate = await post(server, connections, ms);
    await server.stop();
    if (rate > best.rate) best = { pool, rate };
  }
  return { server: await startBare(place, best.pool), pool: best.pool };
};

const ARE_VIEWS_DONE = `
SELECT bool_and(checkpoint = (
  SELECT format('%s.%s.%s', epoch, transaction_id, position) FROM journal.events
  ORDER BY epoch DESC, transaction_id DESC, position DESC LIMIT 1)) AS done
FROM views.projections WHERE state = 'live'`;

/** The views have shown everything, so that they take nothing from whoever is measured next. */
const viewsDone = ({ urls }: Place): Promise<void> =>
  withClient(urls.ownerUrl, async (owner) => {
    for (;;) {
      const { rows } = await owner.query<{ done: boolean | null }>(ARE_VIEWS_DONE);
      if (rows[0]?.done) return;
      await delay(50);
    }
  });

interface Case {
  readonly what: string;
  readonly connections: number;
  readonly start: (place: Place) => Promise<Registrar>;
  /** Waited for after each of its runs. */
  readonly rest: (place: Place) => Promise<void>;
  readonly isJudged: boolean;
}

const village = {
  what: '村居服务 village service',
  start: startVillageService,
  rest: () => Promise.resolve(),
  isJudged: true,
};
const program = {
  what: '整个程序 whole program with its views',
  start: startProgram,
  rest: viewsDone,
  isJudged: false,
};
const CASES: readonly Case[] = [
  { ...village, connections: 32 },
  { ...village, connections: 64 },
  { ...program, connections: 64 },
];

const measure = async (bench: Bench, place: Place, each: Case): Promise<Finding> => {
  const { pairs, runMs, warmUpMs } = bench.scale;
  const { what, connections } = each;
  const bare = await startBestBare(place, connections, warmUpMs);
  const ours = await each.start(place);
  const run = async (ms: number) => {
    const rate = await post(ours, connections, ms);
    await each.rest(place);
    return rate;
  };
  await post(bare.server, connections, 2 * warmUpMs);
  await run(2 * warmUpMs);
  await settle(bench.server.superuserUrl);
  const sides = { baseline: () => post(bare.server, connections, runMs), candidate: () => run(runMs) };
  const comparison = await compare(pairs, sides, (pair, n) =>
    bench.say(
      `登记,${connections} 个连接,第 ${n}/${pairs} 对:${rates(pair)}`,
      `POST, ${connections} connections, ${what}`,
    ),
  );
  await Promise.all([bare.server.stop(), ours.stop()]);
  return {
    what: `登记 POST /disputes, ${connections} 连接 connections, ${what}`,
    unit: 'requests/s',
    comparison,
    ...(each.isJudged && { verdict: atLeast(0.5, comparison) }),
    note: `baseline ${bare.pool} database connections, ours 4`,
  };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const urls = await bench.server.database('bench_post');
  const place = { urls, dataDir: bench.server.dataDir };
  await createBareTable(urls.ownerUrl);
  const findings: Finding[] = [];
  for (const each of CASES) findings.push(await measure(bench, place, each));
  return findings;
};

export const postSection: Section = {
  name: 'post',
  title: '登记,端到端 POST /disputes, end to end',
  method:
    'A village registers: token verified, body checked, decided, appended to the journal, answered with 201, by the ' +
    'village’s service in a process of its own. Baseline: bare Fastify, also in a process of its own, that parses the same ' +
    'body and inserts one comparable row (as above), with as many database connections as proved fastest for it. autocannon ' +
    'runs in a third process, the same for both. The last row, which is not judged, is what `npm start` starts, where the ' +
    'same process also follows the journal and projects every view meanwhile; its backlog is waited for before the baseline’s turn.',
  run,
};
