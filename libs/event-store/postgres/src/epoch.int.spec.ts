import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { newStream, readOn, someEvents } from '@mediation/event-store/contract-tests';
import { comparePositions, verifyChain, type StoredEvent } from '@mediation/event-store/port';
import {
  createTestDatabase,
  describeWithPostgres,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@mediation/testing';
import { postgresJournal } from './postgres-journal';

/** More than a new cluster has used, so that the restored ids lie in the new one's future. */
const USED_TRANSACTIONS = 5_000;

const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
};

/** What a dump and restore does to the tables: every column as it was. */
const restore = async (source: Client, target: Client): Promise<void> => {
  await target.query('TRUNCATE journal.events, journal.receipts, journal.epochs');
  for (const table of ['epochs', 'events', 'receipts']) {
    const { rows } = await source.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
       WHERE attrelid = ('journal.' || $1)::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    const list = `journal.${table} (${rows[0]!.columns})`;
    await pipeline(source.query(to(`COPY ${list} TO STDOUT`)), target.query(from(`COPY ${list} FROM STDIN`)));
  }
  await target.query(`SELECT setval('journal.events_position_seq', (SELECT max(position) FROM journal.events))`);
};

describeWithPostgres('a journal restored into another cluster', () => {
  let server: TestServer;
  const databases: TestDatabase[] = [];
  let written: readonly StoredEvent[];
  let restored: TestDatabase;

  beforeAll(async () => {
    server = await startTestServer();
    const origin = await createTestDatabase();
    restored = await createTestDatabase({ serverUrl: server.superuserUrl });
    databases.push(origin, restored);
    const [source, target] = [await connect(origin.ownerUrl), await connect(restored.ownerUrl)];
    await source.query(
      `DO $$ BEGIN FOR i IN 1..${USED_TRANSACTIONS} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$`,
    );
    const journal = postgresJournal({ connectionString: origin.appUrl });
    for (let n = 0; n < 5; n += 1) await journal.append(newStream(), someEvents(2), 'none');
    written = await readOn(journal, undefined);
    await journal.close();
    await restore(source, target);
    await Promise.all([source.end(), target.end()]);
  }, 120_000);

  afterAll(async () => {
    for (const database of databases) await database.drop();
    await server.stop();
  });

  it('begins an epoch, shows all older events first and goes on after any checkpoint', async () => {
    const journal = postgresJournal({ connectionString: restored.appUrl });
    try {
      expect(await readOn(journal, undefined)).toEqual(written);
      expect(await journal.head()).toBe(written.at(-1)!.position);
      const stream = written[0]!.stream;
      await journal.append(stream, someEvents(2), 1);
      const after = await readOn(journal, written.at(-1)!.position);
      expect(after.map(({ revision, position }) => [revision, position.split('.')[0]])).toEqual([
        [2, '2'],
        [3, '2'],
      ]);
      expect(comparePositions(written.at(-1)!.position, after[0]!.position)).toBeLessThan(0);
      const transaction = (position: string) => Number(position.split('.')[1]);
      expect(transaction(after[0]!.position)).toBeLessThan(transaction(written[0]!.position));
      expect(await readOn(journal, written[3]!.position)).toEqual([...written.slice(4), ...after]);
      expect(verifyChain(await journal.readStream(stream))).toBeUndefined();
    } finally {
      await journal.close();
    }
  });

  it('stays in its epoch when it is opened again', async () => {
    const journal = postgresJournal({ connectionString: restored.appUrl });
    await journal.head();
    await journal.close();
    const client = await connect(restored.appUrl);
    const { rows } = await client.query('SELECT epoch FROM journal.epochs ORDER BY epoch');
    await client.end();
    expect(rows).toEqual([{ epoch: 1 }, { epoch: 2 }]);
  });
});
