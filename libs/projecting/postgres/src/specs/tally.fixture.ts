import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { createView } from '@infra/migrations';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { EventToAppend, StoredEvent } from '@mediation/event-store/port';
import type { EventMetadata, Message, Recorded } from '@mediation/kernel';
import { projection, type EventReader, type Projection } from '@mediation/projecting/engine';
import { createTestDatabase } from '@mediation/testing';
import { PostgresViewStore } from '../view-store';

/** Counters that go up and down, and are removed: the smallest thing that needs a row, a delete and an order. */
export type TallyEvent = Message<'Added', { by: number }> | Message<'Doubled', object> | Message<'Removed', object>;
export type RecordedTally = Recorded<TallyEvent>;
export type TallyRow = { total: number; last: number };

export const tally = (change: Partial<{ version: number; name: string }> = {}): Projection<TallyRow, RecordedTally> =>
  projection<TallyRow, RecordedTally>()({
    name: change.name ?? 'tally',
    version: change.version ?? 1,
    key: (event) => event.stream,
    on: {
      Added: (row, { data, revision }) => ({ total: (row?.total ?? 0) + data.by, last: revision }),
      Doubled: (row, { revision }) => {
        if (row === undefined) throw new Error('nothing to double');
        return { total: row.total * 2, last: revision };
      },
      Removed: () => undefined,
    },
  });

const KNOWN = ['Added', 'Doubled', 'Removed'];
export const tallyReader: EventReader<RecordedTally> = {
  reads: ({ stream }) => stream.startsWith('tally-'),
  decode: (stored: StoredEvent) => {
    if (!KNOWN.includes(stored.type)) throw Object.assign(new Error('unreadable'), { code: 'unreadable-event' });
    return stored as unknown as RecordedTally;
  },
};

const METADATA: EventMetadata = {
  occurredAt: '2025-03-01T09:00:00+08:00',
  recordedAt: '2025-03-01T09:00:01+08:00',
  actor: { sub: 'u1', org: '370402102-committee', roles: ['mediator'] },
  commandId: 'c1',
  command: 'Test',
  rules: 'test',
};

export const event = (type: string, data: object = {}): EventToAppend => ({
  id: randomUUID(),
  type,
  data: { ...data },
  metadata: { ...METADATA, actor: { ...METADATA.actor } },
});
export const added = (by: number) => event('Added', { by });

/** A database with an empty view `tally`, as a migration would make it, and a journal. */
export const tallyWorld = async () => {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  const superuser = new Client({ connectionString: database.superuserUrl });
  await Promise.all([owner.connect(), superuser.connect()]);
  const runner = { query: (sql: string, values?: unknown[]) => owner.query(sql, values) };
  const shape = { columns: ' total int NOT NULL CHECK (total < 1000000), last int NOT NULL', indexes: ['(total)'] };
  for (const name of ['tally', 'second_tally']) await createView(runner, name, shape);
  const pool = new Pool({ connectionString: database.appUrl, max: 8 });
  pool.on('error', () => undefined);
  const journal = inMemoryJournal();
  return {
    database,
    owner,
    superuser,
    pool,
    journal,
    views: new PostgresViewStore(pool),
    rows: async (name = 'tally') =>
      (await pool.query<{ key: string; total: number; last: number }>(`SELECT * FROM views.${name} ORDER BY key`)).rows,
    checkpoint: async (name = 'tally') =>
      (
        await pool.query<{ checkpoint: string | null }>(
          `SELECT checkpoint FROM views.projections WHERE name = $1 AND state = 'live'`,
          [name],
        )
      ).rows[0]?.checkpoint,
    close: async () => {
      await journal.close();
      await Promise.all([pool.end(), owner.end(), superuser.end()]);
      await database.drop();
    },
  };
};
export type TallyWorld = Awaited<ReturnType<typeof tallyWorld>>;
