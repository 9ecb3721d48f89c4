import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { rateOf } from './closed-loop';
import { compare } from './compare';
import type { FilledJournal } from './filled-journal';
import { atLeast, type Bench, type Finding } from './finding';
import { rates } from './format';

/** Follows from the beginning until all events have been handed on, decoded from JSON, in batches of 500. */
export const followAll = ({ journal, events }: FilledJournal): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    let seen = 0;
    const subscription = journal.subscribe(
      {},
      {
        onBatch: (batch) => {
          seen += batch.length;
          if (seen >= events) void subscription.close().then(resolve, reject);
          return Promise.resolve();
        },
        onError: reject,
      },
    );
  });

const COPY =
  'COPY journal.events (epoch, transaction_id, position, revision, event_id, stream, type, hash, data, metadata) TO STDOUT';

const drainCopy = async (client: Client): Promise<void> => {
  let bytes = 0;
  for await (const chunk of client.query(copyTo(COPY))) bytes += (chunk as Buffer).length;
  if (bytes === 0) throw new Error('COPY gave nothing');
};

export const measureCatchUp = async (bench: Bench, filled: FilledJournal): Promise<Finding> => {
  const client = new Client({ connectionString: filled.serviceUrl });
  client.on('error', () => undefined);
  await client.connect();
  const sides = {
    baseline: () => rateOf(filled.events, () => drainCopy(client)),
    candidate: () => rateOf(filled.events, () => followAll(filled)),
  };
  await sides.baseline();
  await sides.candidate();
  const comparison = await compare(bench.scale.pairs, sides, (pair, n) =>
    bench.say(`追读,第 ${n}/${bench.scale.pairs} 对:${rates(pair)}`, `catch-up, pair ${n}`),
  );
  await client.end();
  return {
    what: '追读 catch-up read',
    unit: 'events/s',
    comparison,
    verdict: atLeast(0.5, comparison),
    note: `${filled.events.toLocaleString('en-US')} events`,
  };
};
