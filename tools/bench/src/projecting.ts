import { disputeViews } from '@mediation/dispute/read-models';
import { disputeCodec, isDisputeEvent } from '@mediation/dispute/stored-events';
import { Projector } from '@mediation/projecting/engine';
import { PostgresViewStore } from '@mediation/projecting/postgres';
import type { Pool } from 'pg';
import { barePool } from './bare-inserts';
import { withClient } from './bench-server';
import { followAll } from './catch-up';
import { rateOf } from './closed-loop';
import { compare } from './compare';
import type { FilledJournal } from './filled-journal';
import { atLeast, type Bench, type Finding } from './finding';
import { rates } from './format';

const emptyViews = ({ ownerUrl }: FilledJournal): Promise<void> =>
  withClient(ownerUrl, async (owner) => {
    await owner.query(`TRUNCATE ${disputeViews.map(({ name }) => `views.${name}_1`).join(', ')}`);
    await owner.query('UPDATE views.projections SET checkpoint = NULL');
  });

type Views = typeof disputeViews;

/** The views from nothing to the last event. @throws when an event could not be projected */
const projectAll = ({ journal, events }: FilledJournal, pool: Pool, projections: Views): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    let seen = 0;
    const projector = new Projector({
      events: journal,
      views: new PostgresViewStore(pool),
      projections,
      reader: { reads: ({ type }) => isDisputeEvent(type), decode: (stored) => disputeCodec.decode(stored) },
      onProjected: (_, count) => {
        seen += count;
        if (seen >= events) void projector.close().then(resolve, reject);
      },
      onParked: ({ view, type, code }) => reject(new Error(`${view} could not take in ${type}: ${code}`)),
      onFault: reject,
    });
    projector.start();
  });

const measure = async (bench: Bench, filled: FilledJournal, views: Views): Promise<Finding> => {
  const pool = barePool(filled.serviceUrl, 2);
  const names = views.map(({ name }) => name).join(' + ');
  const sides = {
    baseline: () => rateOf(filled.events, () => followAll(filled)),
    candidate: async () => {
      await emptyViews(filled);
      return rateOf(filled.events, () => projectAll(filled, pool, views));
    },
  };
  await sides.baseline();
  await sides.candidate();
  const comparison = await compare(bench.scale.pairs, sides, (pair, n) =>
    bench.say(`重建 ${names},第 ${n}/${bench.scale.pairs} 对:${rates(pair)}`, `rebuild, pair ${n}`),
  );
  await pool.end();
  return {
    what: `重建 rebuild, ${names}`,
    unit: 'events/s',
    comparison,
    verdict: atLeast(0.2, comparison),
    note: `${filled.events.toLocaleString('en-US')} events; from the event store; baseline: catch-up read without a projection`,
  };
};

/** Each view by itself, and all of them together as the program projects them. */
export const measureProjecting = async (bench: Bench, filled: FilledJournal): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const views of [...disputeViews.map((view) => [view]), disputeViews]) {
    findings.push(await measure(bench, filled, views));
  }
  return findings;
};
