import { Client } from 'pg';
import { someEvents, newStream, readOn } from '@mediation/event-store/contract-tests';
import { prepareAppend, type EventToAppend, type Journal } from '@mediation/event-store/port';
import { createTestDatabase, describeWithPostgres, eventually, notYet, type TestDatabase } from '@mediation/testing';
import { callAppend } from './append-call';
import { Database } from './database';
import { postgresJournal } from './postgres-journal';

const appendIn = (client: Client, events: readonly EventToAppend[]) =>
  callAppend(client, [prepareAppend({ stream: newStream(), expected: 'none' }, events)]);

const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

describeWithPostgres('the global order while transactions are open', () => {
  let database: TestDatabase;
  let journal: Journal;
  const clients: Client[] = [];

  const begin = async (connectionString: string): Promise<Client> => {
    const client = new Client({ connectionString });
    await client.connect();
    clients.push(client);
    await client.query('BEGIN');
    return client;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    journal = postgresJournal({ connectionString: database.appUrl });
    await journal.append(newStream(), someEvents(1), 'none');
  });

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.end()));
  });

  afterAll(async () => {
    await journal.close();
    await database.drop();
  });

  it('waits for an append that began earlier, then shows it first', async () => {
    const before = await journal.head();
    const [early, late] = [someEvents(2), someEvents(2)];
    const open = await begin(database.appUrl);
    await appendIn(open, early);
    await journal.append(newStream(), late, 'none');
    expect(await readOn(journal, before)).toEqual([]);
    expect(await journal.head()).toBe(before);
    await open.query('COMMIT');
    expect(idsOf(await readOn(journal, before))).toEqual(idsOf([...early, ...late]));
  });

  it('waits for the append of another login as well, whose session an application may not look into', async () => {
    const before = await journal.head();
    const open = await begin(database.superuserUrl);
    await open.query('SET LOCAL track_activities = off');
    await appendIn(open, someEvents(1));
    await journal.append(newStream(), someEvents(1), 'none');
    expect(await readOn(journal, before)).toEqual([]);
    await open.query('COMMIT');
    expect((await readOn(journal, before)).length).toBe(2);
  });

  it('shows what came after an append that is rolled back', async () => {
    const before = await journal.head();
    const late = someEvents(2);
    const open = await begin(database.appUrl);
    await appendIn(open, someEvents(2));
    await journal.append(newStream(), late, 'none');
    expect(await readOn(journal, before)).toEqual([]);
    await open.query('ROLLBACK');
    expect(idsOf(await readOn(journal, before))).toEqual(idsOf(late));
  });

  it('hands a subscription each event once, in whatever order the transactions end', async () => {
    const before = await journal.head();
    const seen: string[] = [];
    const subscription = journal.subscribe(
      { after: before },
      {
        onBatch: async (events) => void seen.push(...idsOf(events)),
        onError: (error) => void seen.push(String(error)),
      },
    );
    const open = await Promise.all([1, 2, 3, 4, 5].map(() => begin(database.appUrl)));
    const stored: EventToAppend[] = [];
    for (const client of open) {
      const events = someEvents(2);
      await appendIn(client, events);
      stored.push(...events);
      const direct = someEvents(1);
      await journal.append(newStream(), direct, 'none');
      stored.push(...direct);
    }
    for (const client of [open[3]!, open[1]!, open[4]!, open[0]!, open[2]!]) await client.query('COMMIT');
    await eventually('all are handed on', () => seen.length >= stored.length || notYet(seen.length));
    await subscription.close();
    expect(seen).toEqual(idsOf(stored));
  });

  it('does not wait for a transaction that writes elsewhere in this database', async () => {
    const before = await journal.head();
    const open = await begin(database.ownerUrl);
    await open.query('CREATE TABLE elsewhere ()');
    const events = someEvents(2);
    await journal.append(newStream(), events, 'none');
    expect(idsOf(await readOn(journal, before))).toEqual(idsOf(events));
  });

  it('does not wait for a transaction of another database, not even for an append to its journal', async () => {
    const another = await createTestDatabase();
    try {
      const before = await journal.head();
      const open = await begin(another.appUrl);
      await appendIn(open, someEvents(1));
      const { rows } = await open.query<{ holds: boolean }>(
        'SELECT pg_snapshot_xmin(pg_current_snapshot()) <= pg_current_xact_id() AS holds',
      );
      expect(rows).toEqual([{ holds: true }]);
      const events = someEvents(2);
      await journal.append(newStream(), events, 'none');
      expect(idsOf(await readOn(journal, before))).toEqual(idsOf(events));
      expect(await journal.head()).toBe((await readOn(journal, before)).at(-1)!.position);
      await open.query('ROLLBACK');
    } finally {
      await Promise.all(clients.splice(0).map((client) => client.end()));
      await another.drop();
    }
  });

  it('does not wait for a session that holds the lock of a writer and has written nothing', async () => {
    const before = await journal.head();
    const open = await begin(database.superuserUrl);
    await open.query('LOCK TABLE journal.events IN ROW EXCLUSIVE MODE');
    const events = someEvents(1);
    await journal.append(newStream(), events, 'none');
    expect(idsOf(await readOn(journal, before))).toEqual(idsOf(events));
  });

  it('refuses an append in a transaction that has written before, whose id is older than what it could know', async () => {
    const open = await begin(database.appUrl);
    await open.query('SELECT pg_current_xact_id()');
    await expect(appendIn(open, someEvents(1))).rejects.toMatchObject({ code: 'JR001' });
    const twice = await begin(database.appUrl);
    await appendIn(twice, someEvents(1));
    await expect(appendIn(twice, someEvents(1))).rejects.toMatchObject({ code: 'JR001' });
  });

  it('has the server end its own sessions that stand idle in a transaction, so that they cannot hold readers back', async () => {
    const own = new Database({
      connectionString: database.appUrl,
      applicationName: 'idle',
      connections: 1,
      statementTimeoutMs: 1_500,
    });
    const { rows } = await own.query<[string]>({
      text: `SELECT current_setting('idle_in_transaction_session_timeout')`,
      rowMode: 'array',
    });
    await own.close();
    expect(rows).toEqual([['1500ms']]);
  });
});
