import { Pool } from 'pg';
import { withClient } from './bench-server';
import { closedLoop } from './closed-loop';
import type { EventRow } from './sample-events';

/** The journal's table over again, with its columns, its unique key and its index of the global order. */
const TABLE = `
CREATE SCHEMA bench;
CREATE TABLE bench.bare_events (LIKE journal.events INCLUDING ALL);
GRANT USAGE ON SCHEMA bench TO mediation_app;
GRANT SELECT, INSERT ON bench.bare_events TO mediation_app`;

export const INSERT = {
  name: 'bare-insert',
  text:
    'INSERT INTO bench.bare_events (epoch, revision, event_id, stream, type, hash, data, metadata) ' +
    'VALUES (1, $1, $2, $3, $4, $5, $6, $7)',
};

export const createBareTable = (ownerUrl: string): Promise<unknown> =>
  withClient(ownerUrl, (client) => client.query(TABLE));

export const insertValues = ({ revision, event, stream, hash }: EventRow): unknown[] => [
  revision,
  event.id,
  stream,
  event.type,
  hash,
  event.data,
  event.metadata,
];

/** A pool with the connection settings of the event store's own. */
export const barePool = (connectionString: string, max: number): Pool => {
  const pool = new Pool({ connectionString, max, keepAlive: true, options: '-c jit=off' });
  pool.on('error', () => undefined);
  return pool;
};

export interface BareInserts {
  readonly connections: number;
  insert(row: EventRow): Promise<unknown>;
  close(): Promise<void>;
}

const bareInserts = (serviceUrl: string, connections: number): BareInserts => {
  const pool = barePool(serviceUrl, connections);
  return {
    connections,
    insert: (row) => pool.query({ ...INSERT, values: insertValues(row) }),
    close: () => pool.end(),
  };
};

const CONNECTIONS = [1, 2, 4, 8, 16, 32, 64];

/** The baseline with as many connections as serve it best at this concurrency, found by trying each twice. */
export const bestBareInserts = async (
  serviceUrl: string,
  load: { readonly inFlight: number; readonly ms: number },
  nextRow: () => EventRow,
): Promise<BareInserts> => {
  let best: { readonly connections: number; readonly rate: number } | undefined;
  for (const connections of CONNECTIONS.filter((each) => each <= load.inFlight)) {
    const inserts = bareInserts(serviceUrl, connections);
    const rates = [0, 0];
    for (const n of rates.keys()) rates[n] = await closedLoop(load, () => inserts.insert(nextRow()));
    await inserts.close();
    const rate = Math.max(...rates);
    if (best === undefined || rate > best.rate) best = { connections, rate };
  }
  return bareInserts(serviceUrl, best?.connections ?? 1);
};
