import { eventually, notYet } from '@mediation/testing';
import { parseRequest, run as rebuild } from '@tools/rebuild';
import { Client } from 'pg';
import type { FaultyNetwork } from './faulty-network';

interface History {
  readonly events: number;
  readonly streams: number;
  /** Over every event's stream, revision, id and hash; the hash covers type, data and metadata. */
  readonly digest: string;
  /** Events that come, in the order readers see, elsewhere than after the one before them in their stream. */
  readonly outOfOrder: number;
}

const HISTORY = `
  SELECT count(*)::int AS events, count(DISTINCT stream)::int AS streams,
    md5(string_agg(md5(stream || ' ' || revision || ' ' || event_id || ' ' || encode(hash, 'hex')), ''
        ORDER BY stream, revision)) AS digest,
    (count(*) FILTER (WHERE revision <> coalesce(before + 1, 0)))::int AS "outOfOrder"
  FROM (SELECT *, lag(revision) OVER (PARTITION BY stream ORDER BY epoch, transaction_id, position) AS before
        FROM journal.events) AS seen`;

export const query = async <Row extends object>(url: string, sql: string): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

export const historyIn = async (url: string): Promise<History> => (await query<History>(url, HISTORY))[0]!;

interface Standing {
  readonly relay?: { readonly lagEvents?: number };
  readonly consumer?: { readonly lag: number };
  readonly views?: { readonly behind: number };
}

/** Resolves once the relay, the recorder and the views have nothing left to do. Answers after how many seconds. */
export const lagBackToZero = async (network: FaultyNetwork): Promise<number> => {
  const startedAt = performance.now();
  await network.allReady();
  await eventually(
    'the relay, the recorder and the views to have caught up',
    async () => {
      const [village, recorder, center] = (await Promise.all(
        (['village', 'recorder', 'center'] as const).map(network.ready),
      )) as unknown as [Standing, Standing, Standing];
      const lag = [village.relay?.lagEvents, recorder.consumer?.lag, center.views?.behind];
      return lag.every((each) => each === 0) ? true : notYet({ lag });
    },
    { timeoutMs: 300_000, intervalMs: 200 },
  );
  return (performance.now() - startedAt) / 1_000;
};

/** The same events with the same hashes in journal and event store, and both in the order of each stream. */
export const sameHistory = async ({ databases }: FaultyNetwork) => {
  const [journal, store] = await Promise.all([
    historyIn(databases.mediation.serviceUrl),
    historyIn(databases.network.serviceUrl),
  ]);
  expect(journal.outOfOrder).toBe(0);
  expect(store).toEqual(journal);
  return { journal, store };
};

/** Whether every view is, to the byte, what a rebuild from the event store makes of it: nothing missing, nothing counted twice. */
export const viewsAreRight = ({ databases: { network } }: FaultyNetwork): Promise<boolean> =>
  rebuild(parseRequest(['all', '--check']), { ...network, eventStoreUrl: network.serviceUrl });
