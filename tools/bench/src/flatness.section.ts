import type { DatabaseUrls } from '@infra/migrations';
import { postgresJournal } from '@mediation/event-store/postgres';
import { ADAPTER_CONNECTIONS, appendTo } from './append.section';
import { bestBareInserts, createBareTable } from './bare-inserts';
import { settle, withClient } from './bench-server';
import { closedLoop } from './closed-loop';
import { compare, type Comparison } from './compare';
import type { Bench, Finding, Section, Verdict } from './finding';
import { rates } from './format';
import { growJournal } from './journal-growth';
import { registrations } from './sample-events';

const IN_FLIGHT = 8;
const TOLERANCE = 0.15;

/** What an append costs here, in bare inserts, over what it costs in the smallest store. */
const verdictOn = (smallest: Comparison, here: Comparison): Verdict => {
  const cost = smallest.ratio.median / here.ratio.median;
  return { value: `cost ×${cost.toFixed(2)}`, target: '×0.85–1.15', met: Math.abs(cost - 1) <= TOLERANCE };
};

const grow = async (bench: Bench, { ownerUrl }: DatabaseUrls, size: number): Promise<void> => {
  const startedAt = performance.now();
  await withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM journal.events');
    await growJournal(owner, rows[0]!.count, size);
    await owner.query('TRUNCATE bench.bare_events');
  });
  await settle(bench.server.superuserUrl);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  bench.say(`事件库已有 ${size} 个事件(用时 ${seconds} 秒)`, `the store holds ${size} events`);
};

const measure = async (bench: Bench, urls: DatabaseUrls, size: number): Promise<Comparison & { note: string }> => {
  const { pairs, runMs, warmUpMs } = bench.scale;
  const nextRow = registrations();
  const bare = await bestBareInserts(urls.serviceUrl, { inFlight: IN_FLIGHT, ms: warmUpMs }, nextRow);
  const journal = postgresJournal({ connectionString: urls.serviceUrl, poolSize: ADAPTER_CONNECTIONS });
  const baseline = (ms: number) => closedLoop({ inFlight: IN_FLIGHT, ms }, () => bare.insert(nextRow()));
  const candidate = (ms: number) => closedLoop({ inFlight: IN_FLIGHT, ms }, appendTo(journal, nextRow));
  await baseline(warmUpMs);
  await candidate(warmUpMs);
  const sides = { baseline: () => baseline(runMs), candidate: () => candidate(runMs) };
  const comparison = await compare(pairs, sides, (pair, n) =>
    bench.say(`追加到 ${size} 个事件之后,第 ${n}/${pairs} 对:${rates(pair)}`, `append after ${size} events, pair ${n}`),
  );
  await Promise.all([bare.close(), journal.close()]);
  return { ...comparison, note: `baseline ${bare.connections} connections, adapter ${ADAPTER_CONNECTIONS}` };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const urls = await bench.server.database('bench_flatness');
  await createBareTable(urls.ownerUrl);
  const findings: Finding[] = [];
  for (const size of bench.scale.sizes) {
    await grow(bench, urls, size);
    const { note, ...comparison } = await measure(bench, urls, size);
    const smallest = findings[0]?.comparison;
    findings.push({
      what: `追加 append, 已有 ${size.toLocaleString('en-US')} 事件 events`,
      unit: 'rows/s',
      comparison,
      ...(smallest && { verdict: verdictOn(smallest, comparison) }),
      note,
    });
  }
  return findings;
};

export const flatnessSection: Section = {
  name: 'flatness',
  title: '库的大小与追加的代价 Size of the store',
  method:
    'Eight appends in flight, each to a new stream, in a store that was filled in bulk with streams of ten events and then ' +
    'vacuumed and checkpointed; the rows appended while measuring come on top. The baseline inserts into a table of its own ' +
    'that starts empty at every size, so it tells how fast the machine is at that minute. Cost: bare inserts an append is ' +
    'worth, over the same in the smallest store.',
  run,
};
