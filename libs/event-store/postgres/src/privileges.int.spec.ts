import { Client } from 'pg';
import { newStream, someEvents } from '@mediation/event-store/contract-tests';
import { verifyChain, WrongExpectedRevision, type Journal } from '@mediation/event-store/port';
import { createTestDatabase, describeWithPostgres, eventually, notYet, type TestDatabase } from '@mediation/testing';
import { postgresJournal } from './postgres-journal';

const INSUFFICIENT_PRIVILEGE = '42501';

const FORBIDDEN = [
  ...['events', 'receipts', 'epochs'].flatMap((table) => [
    `UPDATE journal.${table} SET ${table === 'events' ? 'data' : table === 'receipts' ? 'answer' : 'cluster'} = NULL`,
    `DELETE FROM journal.${table}`,
    `TRUNCATE journal.${table}`,
    `INSERT INTO journal.${table} DEFAULT VALUES`,
    `COPY journal.${table} FROM STDIN`,
    `ALTER TABLE journal.${table} DISABLE TRIGGER ALL`,
    `DROP TABLE journal.${table}`,
    `LOCK TABLE journal.${table} IN ROW EXCLUSIVE MODE`,
    `SELECT * FROM journal.${table} FOR UPDATE`,
  ]),
  `SELECT setval('journal.events_position_seq', 1)`,
  `SELECT nextval('journal.events_position_seq')`,
  'CREATE TABLE journal.another ()',
  'DROP FUNCTION journal.horizon',
  `CREATE OR REPLACE FUNCTION journal.enter_epoch() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  'DROP SCHEMA journal CASCADE',
];

describeWithPostgres('what the application may do to the journal', () => {
  let database: TestDatabase;
  let journal: Journal;
  let app: Client;
  let owner: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    journal = postgresJournal({ connectionString: database.appUrl });
    [app, owner] = [database.appUrl, database.ownerUrl].map((connectionString) => new Client({ connectionString })) as [
      Client,
      Client,
    ];
    await Promise.all([app.connect(), owner.connect()]);
  });

  afterAll(async () => {
    await Promise.all([journal.close(), app.end(), owner.end()]);
    await database.drop();
  });

  it.each(FORBIDDEN)('not: %s', async (sql) => {
    await app.query('BEGIN');
    await expect(app.query(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    await app.query('ROLLBACK');
  });

  it('append and read, with the chain whole afterwards', async () => {
    const stream = newStream();
    await journal.append(stream, someEvents(3), 'none');
    expect(verifyChain(await journal.readStream(stream))).toBeUndefined();
    const { rows } = await app.query('SELECT count(*)::int AS count FROM journal.events WHERE stream = $1', [stream]);
    expect(rows).toEqual([{ count: 3 }]);
  });

  it('see that the owner has rewritten history', async () => {
    const stream = newStream();
    await journal.append(stream, someEvents(4), 'none');
    await owner.query(`UPDATE journal.events SET data = '{"n": 99}' WHERE stream = $1 AND revision = 2`, [stream]);
    expect(verifyChain(await journal.readStream(stream))?.revision).toBe(2);
  });

  describe('when somebody writes past the locks, the unique key', () => {
    const insert = async (stream: string, revision: number): Promise<void> => {
      await owner.query('BEGIN');
      await owner.query(
        `INSERT INTO journal.events (epoch, revision, event_id, stream, type, hash, data, metadata)
         VALUES (1, $2, gen_random_uuid(), $1, 'thing.smuggled.v1', sha256('x'), '{}', '{}')`,
        [stream, revision],
      );
    };

    /** The append must have met the uncommitted row before that is committed. */
    const commitOnceSomebodyWaits = async (): Promise<void> => {
      await eventually('an append waits for the key', async () => {
        const { rows } = await app.query<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted`,
        );
        return rows[0]!.waiting > 0 || notYet(rows);
      });
      await owner.query('COMMIT');
    };

    it('is reported as a wrong revision, and the neighbours in the batch are stored', async () => {
      const stream = newStream();
      await journal.append(stream, someEvents(1), 'none');
      await insert(stream, 1);
      const neighbours = Array.from({ length: 60 }, newStream);
      const outcomes = Promise.allSettled([
        ...neighbours.slice(0, 30).map((neighbour) => journal.append(neighbour, someEvents(1), 'none')),
        journal.append(stream, someEvents(1), 0),
        ...neighbours.slice(30).map((neighbour) => journal.append(neighbour, someEvents(1), 'none')),
      ]);
      await commitOnceSomebodyWaits();
      const settled = await outcomes;
      const [lost] = settled.splice(30, 1);
      expect(lost).toEqual({ status: 'rejected', reason: new WrongExpectedRevision(stream, 0, 1) });
      expect(settled).toEqual(new Array(60).fill({ status: 'fulfilled', value: { revision: 0 } }));
    });

    it('makes an append to any revision go on after it', async () => {
      const stream = newStream();
      await journal.append(stream, someEvents(1), 'none');
      await insert(stream, 1);
      const appending = journal.append(stream, someEvents(1), 'any');
      await commitOnceSomebodyWaits();
      expect(await appending).toEqual({ revision: 2 });
    });
  });
});
