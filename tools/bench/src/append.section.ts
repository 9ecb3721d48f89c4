import { postgresJournal } from '@mediation/event-store/postgres';
import type { Journal } from '@mediation/event-store/port';
import type { DatabaseUrls } from '@infra/migrations';
import { bestBareInserts, createBareTable, type BareInserts } from './bare-inserts';
import { settle, withClient } from './bench-server';
import { closedLoop } from './closed-loop';
import { compare } from './compare';
import { atLeast, type Bench, type Finding, type Section } from './finding';
import { rates } from './format';
import { registrations, type EventRow } from './sample-events';

const IN_FLIGHT = [1, 8, 32, 128];
const TARGETS: Readonly<Record<number, number>> = { 8: 0.8, 128: 1.5 };
/** The adapter's default, which is what the services run with. */
export const ADAPTER_CONNECTIONS = 4;

export const appendTo =
  (journal: Journal, nextRow: () => EventRow): (() => Promise<unknown>) =>
  () => {
    const { stream, event } = nextRow();
    return journal.append(stream, [event], 'none');
  };

const emptyTables = async (bench: Bench, { ownerUrl }: DatabaseUrls): Promise<void> => {
  await withClient(ownerUrl, (client) => client.query('TRUNCATE journal.events, bench.bare_events'));
  await settle(bench.server.superuserUrl);
};

interface Sides {
  readonly journal: Journal;
  readonly bare: BareInserts;
  readonly nextRow: () => EventRow;
}

const measure = async (bench: Bench, inFlight: number, { journal, bare, nextRow }: Sides): Promise<Finding> => {
  const { pairs, runMs, warmUpMs } = bench.scale;
  const baseline = (ms: number) => closedLoop({ inFlight, ms }, () => bare.insert(nextRow()));
  const candidate = (ms: number) => closedLoop({ inFlight, ms }, appendTo(journal, nextRow));
  await baseline(warmUpMs);
  await candidate(warmUpMs);
  const sides = { baseline: () => baseline(runMs), candidate: () => candidate(runMs) };
  const comparison = await compare(pairs, sides, (pair, n) =>
    bench.say(`追加,在途 ${inFlight},第 ${n}/${pairs} 对:${rates(pair)}`, `append, ${inFlight} in flight, pair ${n}`),
  );
  const target = TARGETS[inFlight];
  return {
    what: `追加 append, ${inFlight} 在途 in flight`,
    unit: 'rows/s',
    comparison,
    ...(target !== undefined && { verdict: atLeast(target, comparison) }),
    note: `baseline ${bare.connections} connections, adapter ${ADAPTER_CONNECTIONS}`,
  };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const urls = await bench.server.database('bench_append');
  await createBareTable(urls.ownerUrl);
  const journal = postgresJournal({ connectionString: urls.serviceUrl, poolSize: ADAPTER_CONNECTIONS });
  const nextRow = registrations();
  const findings: Finding[] = [];
  for (const inFlight of IN_FLIGHT) {
    await emptyTables(bench, urls);
    const bare = await bestBareInserts(urls.serviceUrl, { inFlight, ms: bench.scale.warmUpMs }, nextRow);
    findings.push(await measure(bench, inFlight, { journal, bare, nextRow }));
    await bare.close();
  }
  await journal.close();
  return findings;
};

export const appendSection: Section = {
  name: 'append',
  title: '追加 Append',
  method:
    'One registration an append, each the first event of its own stream (`expected: none`), N appends always in flight. ' +
    'Baseline: `INSERT … VALUES` of one row, prepared and committed by itself, into `CREATE TABLE … (LIKE journal.events ' +
    'INCLUDING ALL)`, so with the same columns, the same unique key (stream, revision) and the same index of the global ' +
    'order; its hash is ready-made. It goes through a `pg` pool with as many connections as proved fastest for it at that ' +
    'concurrency (1–64 were tried); the event store has its default pool. Both tables are empty before each concurrency.',
  run,
};
