import { producerPerformance } from '@infra/kafka';
import { toLifecycleMessage } from '@mediation/recording/lifecycle';
import type { Message } from '@mediation/messaging/port';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BARE_TOPIC, withKafka } from './bench-kafka';
import { withClient } from './bench-server';
import { compare } from './compare';
import { fillDatabase, type FilledJournal } from './filled-journal';
import { atLeast, type Bench, type Finding, type Section } from './finding';
import { rates } from './format';

const SAMPLE = 10_000;

const sizeOf = ({ key, headers, body }: Message): number =>
  Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + Buffer.byteLength(value),
    Buffer.byteLength(key) + Buffer.byteLength(body),
  );

/** Bytes of key, headers and body of a message, on the average. */
const meanSize = async ({ journal }: FilledJournal): Promise<number> => {
  const events = await journal.readAll({ after: undefined, limit: SAMPLE });
  const sizes = events.map((event) => sizeOf(toLifecycleMessage('/journals/370402', event)));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
};

/** Events a second, by a new process that finds no checkpoint. @throws when it ends before its last event is acknowledged */
const relayAll = async ({ serviceUrl, ownerUrl, events }: FilledJournal, brokers: string): Promise<number> => {
  await withClient(ownerUrl, (owner) => owner.query('DELETE FROM relay.leases'));
  const child = fork(join(__dirname, 'relay.process.js'), [serviceUrl, brokers, String(events)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const failed = exited.then(([code]) => Promise.reject(new Error(`the relay ended with ${String(code)}`)));
  failed.catch(() => undefined);
  const [ms] = (await Promise.race([once(child, 'message'), failed])) as [number];
  child.kill('SIGTERM');
  await exited;
  return (events / ms) * 1000;
};

const measure = async (bench: Bench, filled: FilledJournal, brokers: string): Promise<Finding> => {
  const { pairs } = bench.scale;
  const recordSize = await meanSize(filled);
  const bare = { brokers, topic: BARE_TOPIC, records: filled.events, recordSize, acks: 'all' } as const;
  const sides = {
    baseline: async () => (await producerPerformance(bare)).recordsPerSecond,
    candidate: () => relayAll(filled, brokers),
  };
  await sides.baseline();
  await sides.candidate();
  const comparison = await compare(pairs, sides, (pair, n) =>
    bench.say(`转发,第 ${n}/${pairs} 对:${rates(pair)}`, `relay, pair ${n}`),
  );
  return {
    what: '转发 relay, journal → Kafka',
    unit: 'events/s',
    comparison,
    verdict: atLeast(0.4, comparison),
    note: `${filled.events.toLocaleString('en-US')} events; ${recordSize} bytes a record`,
  };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const filled = await fillDatabase(bench, 'bench_relay');
  try {
    return [await withKafka(bench, (brokers) => measure(bench, filled, brokers))];
  } finally {
    await filled.journal.close();
  }
};

export const relaySection: Section = {
  name: 'relay',
  title: '转发到 Kafka Relay to Kafka',
  method:
    'The relay as a tier service runs it, in a new process each time, over a journal of whole disputes and with no checkpoint: ' +
    'from the moment it leads until the broker has acknowledged its last event, so with reading the journal, making CloudEvents ' +
    'of the events, keeping the checkpoint, and everything that a young process is slow at. Baseline: Kafka’s own ' +
    'kafka-producer-perf-test with its defaults, also in a new process each time, on the same broker and a topic with the same ' +
    'partitions and settings, as many records of the mean size of the relay’s (key, headers and body). Both with acks=all; one ' +
    'broker, which flushes when it likes, as Kafka does.',
  run,
};
