import { randomUUID } from 'node:crypto';
import { postgresJournal } from '@mediation/event-store/postgres';
import { expectedHash, type EventStore, type EventToAppend, type StoredEvent } from '@mediation/event-store/port';
import { LIFECYCLE_TOPIC, toLifecycleMessage } from '@mediation/recording/lifecycle';
import { openRecorder } from '@mediation/recording/recorder';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { run } from './command';
import type { Finding } from './findings';
import { JournalTables } from './journal-rows';
import { reportText } from './report';
import { parseRequest } from './request';
import { verify, type Verified } from './verify';
import { WitnessTable } from './witness-rows';

const SOURCE = '/journals/370402';
const OTHER_SOURCE = '/journals/370403';

const anEvent = (n: number): EventToAppend => ({
  id: randomUUID(),
  type: 'thing.happened.v1',
  data: { n, amountFen: 1_250_000, list: [{ deep: ['x', { deeper: 1.5 }] }], personal: { p1: { name: '甲' } } },
  metadata: { recordedAt: '2025-03-01T09:30:00+08:00', actor: { sub: 'u-1', org: '370402', roles: ['mediator'] } },
});

/** Streams of five in the journal and in the store, and one row that is still to be relayed on each of the first two. */
const STREAMS = Array.from({ length: 6 }, (_, n) => `dispute-${n}`);
const RECORDED = 5;
const [A, B, C] = STREAMS as [string, string, string];

describeWithPostgres('npm run verify', () => {
  let network: TestDatabase;
  let district: TestDatabase;
  let store: EventStore;
  let clients: Record<'journal' | 'network' | 'superuser', Client>;

  const relay = async (events: readonly StoredEvent[], source: string): Promise<void> => {
    const recorder = openRecorder({ store, databaseUrl: network.appUrl });
    const messages = events.map((event, n) => {
      const { key, headers, body } = toLifecycleMessage(source, event);
      return { topic: LIFECYCLE_TOPIC, partition: 0, offset: String(n), key, headers, body: Buffer.from(body) };
    });
    const { signal } = new AbortController();
    expect(await recorder.handle(messages, { attempt: 1, signal })).toEqual({ count: events.length });
    await recorder.close();
  };

  beforeAll(async () => {
    [network, district] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    store = postgresJournal({ connectionString: network.appUrl });
    const [own, other] = [district.appUrl, network.appUrl].map((url) => new Client({ connectionString: url }));
    clients = {
      journal: own!,
      network: other!,
      superuser: new Client({ connectionString: district.superuserUrl }),
    };
    await Promise.all(Object.values(clients).map((client) => client.connect()));
    const journal = postgresJournal({ connectionString: district.appUrl });
    for (const stream of STREAMS) await journal.append(stream, [0, 1].map(anEvent), 'none');
    for (const stream of STREAMS) await journal.append(stream, [2, 3, 4].map(anEvent), 1);
    await relay(await journal.readAll({ limit: 1_000 }), SOURCE);
    const checkpoint = await journal.head();
    await clients.superuser.query(
      `INSERT INTO relay.leases (name, term, holder, expires_at, checkpoint) VALUES ($1, 1, 'x', now(), $2)`,
      [LIFECYCLE_TOPIC, checkpoint],
    );
    for (const stream of [A, B]) await journal.append(stream, [5, 6].map(anEvent), 4);
    await journal.close();
    // Another district's, in the same store.
    const foreign = { ...anEvent(0), stream: 'dispute-foreign', revision: 0, position: '1.9.9' };
    await relay([{ ...foreign, hash: expectedHash(foreign, '0'.repeat(64)) }], OTHER_SOURCE);
  });
  afterAll(async () => {
    await Promise.all(Object.values(clients).map((client) => client.end()));
    await store.close();
    await Promise.all([network.drop(), district.drop()]);
  });

  const check = (journal = clients.journal): Promise<Verified> =>
    verify({
      journal: new JournalTables(journal),
      store,
      witness: new WitnessTable(clients.network),
      source: SOURCE,
    });

  /** Changes the journal as nobody may, looks, and puts it back. */
  const tampered = async (...statements: readonly string[]): Promise<Verified> => {
    const { superuser } = clients;
    await superuser.query('BEGIN');
    try {
      for (const sql of statements) expect((await superuser.query(sql)).rowCount).not.toBe(0);
      return await check(superuser);
    } finally {
      await superuser.query('ROLLBACK');
    }
  };

  const at = (stream: string, revision: number): string => `stream = '${stream}' AND revision = ${revision}`;
  const changed = (stream: string, revision: number, ...columns: Finding['columns']): Finding => ({
    kind: 'changed',
    stream,
    revision,
    columns,
  });

  it('finds nothing where nothing is wrong, and the same digest each time', async () => {
    const verified = await check();
    expect(verified).toEqual({
      source: SOURCE,
      rows: STREAMS.length * RECORDED + 4,
      streams: STREAMS.length,
      unrelayed: 4,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      findings: [],
      consequences: [],
    });
    expect(await check()).toEqual(verified);
  });

  const NEXT = 'a1b2c3d4-0000-4000-8000-000000000000';
  const hashBit = `set_byte(hash, 31, get_byte(hash, 31) # 1)`;
  it.each<[string, string, Finding['columns'], number[]]>([
    [
      'transaction_id',
      `transaction_id = (transaction_id::text::bigint + 1)::text::xid8`,
      [{ column: 'transaction_id' }],
      [],
    ],
    ['epoch', 'epoch = epoch + 1', [{ column: 'epoch' }], []],
    ['event_id', `event_id = '${NEXT}'`, [{ column: 'event_id' }], []],
    ['type', `type = 'thing.happened.v2'`, [{ column: 'type' }], []],
    ['type by one letter’s case', `type = 'thing.Happened.v1'`, [{ column: 'type' }], []],
    ['hash by one bit', `hash = ${hashBit}`, [{ column: 'hash' }], [3]],
    ['hash by its length', `hash = hash || '\\x00'::bytea`, [{ column: 'hash' }], [3]],
    ['data', `data = jsonb_set(data, '{amountFen}', '1250001')`, [{ column: 'data', paths: ['/amountFen'] }], []],
    [
      'data deep inside',
      `data = jsonb_set(data, '{list,0,deep,1,deeper}', '1.25')`,
      [{ column: 'data', paths: ['/list/0/deep/1/deeper'] }],
      [],
    ],
    ['data by a member more', `data = data || '{"more": null}'`, [{ column: 'data', paths: ['/more'] }], []],
    [
      'data by a member less',
      `data = data #- '{personal,p1}'`,
      [{ column: 'data', paths: ['/personal', '/personal/p1/name'] }],
      [],
    ],
    ['data by a type', `data = jsonb_set(data, '{n}', '"2"')`, [{ column: 'data', paths: ['/n'] }], []],
    // Equal to jsonb, to every double and so to every hash: only its bytes tell.
    [
      'data by the spelling of a number',
      `data = jsonb_set(data, '{amountFen}', '1250000.0')`,
      [{ column: 'data', paths: [] }],
      [],
    ],
    [
      'data below what a double can tell',
      `data = jsonb_set(data, '{amountFen}', '1250000.00000000000000000001')`,
      [{ column: 'data', paths: [] }],
      [],
    ],
    [
      'metadata',
      `metadata = jsonb_set(metadata, '{recordedAt}', '"2025-03-01T09:30:01+08:00"')`,
      [{ column: 'metadata', paths: ['/recordedAt'] }],
      [],
    ],
    [
      'metadata deep inside',
      `metadata = jsonb_set(metadata, '{actor,roles,0}', '"judge"')`,
      [{ column: 'metadata', paths: ['/actor/roles/0'] }],
      [],
    ],
    [
      'metadata wholly',
      `metadata = '{}'`,
      [{ column: 'metadata', paths: ['/actor/org', '/actor/roles/0', '/actor/sub', '/recordedAt'] }],
      [],
    ],
    [
      'metadata into what is no object',
      `metadata = '7'`,
      [{ column: 'metadata', paths: expect.anything() as string[] }],
      [],
    ],
  ])('names the row and the column: %s', async (_, change, columns, shaken) => {
    const { findings, consequences } = await tampered(`UPDATE journal.events SET ${change} WHERE ${at(A, 2)}`);
    expect(findings).toEqual([changed(A, 2, ...columns)]);
    // The row itself has been named; the one after it is shaken only when the hash was changed.
    expect(consequences).toEqual(shaken.map((revision) => ({ stream: A, revision })));
  });

  it.each([1_000_000, -7])('names the row and the column: position %d', async (position) => {
    const { findings, consequences } = await tampered(
      'ALTER TABLE journal.events ALTER COLUMN position DROP IDENTITY',
      `UPDATE journal.events SET position = ${position} WHERE ${at(B, 3)}`,
    );
    expect([findings, consequences]).toEqual([[changed(B, 3, { column: 'position' })], []]);
  });

  it.each([17, 1_000_000])('names the row and the column: revision made %d', async (revision) => {
    const { findings, consequences } = await tampered(
      `UPDATE journal.events SET revision = ${revision} WHERE ${at(C, 2)}`,
    );
    expect(findings).toEqual([{ ...changed(C, 2, { column: 'revision' }), foundAt: { stream: C, revision } }]);
    expect(consequences).toEqual([{ stream: C, revision: 3 }]);
  });

  it.each(['', 'dispute-2 ', 'zzz', '争议'])('names the row and the column: stream made %p', async (stream) => {
    const { findings, consequences } = await tampered(
      `UPDATE journal.events SET stream = '${stream}' WHERE ${at(C, 2)}`,
    );
    expect(findings).toEqual([{ ...changed(C, 2, { column: 'stream' }), foundAt: { stream, revision: 2 } }]);
    expect(consequences).toEqual([{ stream: C, revision: 3 }]);
  });

  it('finds a row that was deleted, a stream that was, and the end of one', async () => {
    const one = await tampered(`DELETE FROM journal.events WHERE ${at(C, 1)}`);
    expect(one.findings).toEqual([{ kind: 'missing', stream: C, revision: 1, columns: [] }]);
    expect(one.consequences).toEqual([{ stream: C, revision: 2 }]);
    const last = await tampered(`DELETE FROM journal.events WHERE ${at(C, 4)}`);
    expect([last.findings, last.consequences]).toEqual([
      [{ kind: 'missing', stream: C, revision: 4, columns: [] }],
      [],
    ]);
    const all = await tampered(`DELETE FROM journal.events WHERE stream = '${C}'`);
    expect(all.findings).toEqual(
      [0, 1, 2, 3, 4].map((revision) => ({ kind: 'missing', stream: C, revision, columns: [] })),
    );
  });

  const copyOf = (stream: string, revision: number, change: string): string =>
    `INSERT INTO journal.events (transaction_id, position, epoch, revision, event_id, stream, type, hash, data, metadata)
     OVERRIDING SYSTEM VALUE
     SELECT transaction_id, position, epoch, ${change}, type, hash, data, metadata
     FROM journal.events WHERE ${at(stream, revision)}`;

  it('finds a row that was inserted, among those that are recorded and among those that are not', async () => {
    const among = await tampered(copyOf(C, 4, `5, gen_random_uuid(), stream`));
    expect([among.findings, among.consequences]).toEqual([
      [{ kind: 'unrecorded', stream: C, revision: 5, columns: [] }],
      [],
    ]);
    const stream = await tampered(copyOf(C, 0, `0, gen_random_uuid(), 'dispute-new'`));
    expect(stream.findings).toEqual([{ kind: 'unrecorded', stream: 'dispute-new', revision: 0, columns: [] }]);
    const later = await tampered(copyOf(A, 6, `7, gen_random_uuid(), stream`));
    expect(later.findings).toMatchObject([{ kind: 'unfollowing', stream: A, revision: 7 }]);
    expect(later.unrelayed).toBe(4);
  });

  it('names both of two rows that were exchanged, in one stream and across two', async () => {
    const move = (from: string, revision: number, to: string): string =>
      `UPDATE journal.events SET ${to} WHERE ${at(from, revision)}`;
    const within = await tampered(
      move(C, 1, 'revision = 99'),
      move(C, 2, 'revision = 1'),
      `UPDATE journal.events SET revision = 2 WHERE ${at(C, 99)}`,
    );
    expect(within.findings).toEqual([
      { ...changed(C, 2, { column: 'revision' }), foundAt: { stream: C, revision: 1 } },
      { ...changed(C, 1, { column: 'revision' }), foundAt: { stream: C, revision: 2 } },
    ]);
    expect(within.consequences).toEqual([{ stream: C, revision: 3 }]);
    const across = await tampered(
      move(C, 1, `stream = 'between'`),
      move(B, 1, `stream = '${C}'`),
      `UPDATE journal.events SET stream = '${B}' WHERE stream = 'between'`,
    );
    expect(across.findings).toEqual([
      { ...changed(C, 1, { column: 'stream' }), foundAt: { stream: B, revision: 1 } },
      { ...changed(B, 1, { column: 'stream' }), foundAt: { stream: C, revision: 1 } },
    ]);
    const payloads = await tampered(
      `UPDATE journal.events AS e SET data = o.data FROM journal.events AS o
       WHERE e.stream = '${C}' AND o.stream = '${C}' AND (e.revision, o.revision) IN ((1, 3), (3, 1))`,
    );
    expect(payloads.findings).toEqual(
      [1, 3].map((revision) => changed(C, revision, { column: 'data', paths: ['/n'] })),
    );
  });

  it('names a row that was replaced by another, chain and all', async () => {
    const { findings } = await tampered(
      `UPDATE journal.events SET event_id = '${NEXT}', hash = sha256('x'), type = 'y' WHERE ${at(C, 4)}`,
    );
    expect(findings).toEqual([changed(C, 4, { column: 'event_id' }, { column: 'type' }, { column: 'hash' })]);
  });

  it('finds what was changed before it could be relayed by the chain alone', async () => {
    const content = await tampered(`UPDATE journal.events SET data = '{}' WHERE ${at(A, 5)}`);
    expect(content.findings).toEqual([
      {
        kind: 'unfollowing',
        stream: A,
        revision: 5,
        columns: ['event_id', 'type', 'data', 'metadata'].map((column) => ({ column })),
      },
    ]);
    const hash = await tampered(`UPDATE journal.events SET hash = ${hashBit} WHERE ${at(A, 5)}`);
    expect(hash.findings).toEqual([{ kind: 'unfollowing', stream: A, revision: 5, columns: [{ column: 'hash' }] }]);
    expect(hash.consequences).toEqual([{ stream: A, revision: 6 }]);
    const gone = await tampered(`DELETE FROM journal.events WHERE ${at(A, 5)}`);
    expect(gone.findings).toEqual([{ kind: 'unfollowing', stream: A, revision: 6, columns: [{ column: 'revision' }] }]);
  });

  const seed = Date.now() % 2 ** 31;
  it(`names the row and the column whichever it is (seed ${seed})`, async () => {
    const text = (column: string): string => `${column} = overlay(${column} placing '~' from 3 for 1)`;
    const changes = {
      epoch: 'epoch = epoch + 7',
      transaction_id: `transaction_id = '3'`,
      position: 'position = -position',
      revision: 'revision = revision + 50',
      stream: text('stream'),
      event_id: `event_id = overlay(event_id::text placing 'beef' from 10 for 4)::uuid`,
      type: text('type'),
      hash: 'hash = set_byte(hash, 5, get_byte(hash, 5) # 64)',
      data: `data = jsonb_set(data, '{list,0,deep,0}', '"X"')`,
      metadata: `metadata = metadata - 'recordedAt'`,
    };
    const row = fc.record({
      stream: fc.constantFrom(...STREAMS),
      revision: fc.integer({ min: 0, max: RECORDED - 1 }),
      column: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
    });
    await fc.assert(
      fc.asyncProperty(row, async ({ stream, revision, column }) => {
        const { findings } = await tampered(
          'ALTER TABLE journal.events ALTER COLUMN position DROP IDENTITY',
          `UPDATE journal.events SET ${changes[column]} WHERE ${at(stream, revision)}`,
        );
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({ kind: 'changed', stream, revision, columns: [{ column }] });
      }),
      { seed, numRuns: 60 },
    );
  });

  it('names several rows at once, in the order of their streams', async () => {
    const { findings } = await tampered(
      `UPDATE journal.events SET type = 'x' WHERE revision = 3 AND stream IN ('${B}', 'dispute-5')`,
    );
    expect(findings).toEqual([changed(B, 3, { column: 'type' }), changed('dispute-5', 3, { column: 'type' })]);
  });

  it('runs by its addresses, finds its source when it is told, and reports on lines of its own', async () => {
    const env = {
      DATABASE_URL: district.appUrl,
      EVENT_STORE_URL: network.appUrl,
      DATA_DIR: '/nowhere',
    };
    await expect(run(parseRequest([], env))).rejects.toThrow(/set DISTRICT or --source/);
    const verified = await run(parseRequest(['--source', SOURCE], env));
    expect(verified).toEqual(await check());
    expect(await run(parseRequest([], { ...env, DISTRICT: '370402' }))).toEqual(verified);
    expect(reportText(verified)).toBe(
      `核验 verified: 34 行 rows, 6 个流 streams, 4 行待转发 to be relayed · 无异常 nothing is wrong · sha256 ${verified.digest}`,
    );
    const wrong = await tampered(
      `UPDATE journal.events SET hash = ${hashBit}, data = jsonb_set(data, '{personal,p1,name}', '"乙"') WHERE ${at(A, 2)}`,
      `UPDATE journal.events SET revision = 9 WHERE ${at(C, 4)}`,
    );
    expect(reportText(wrong).split('\n').slice(0, -1)).toEqual([
      '✗ dispute-0 @ 2 · 被改动 changed · 列 column hash, data: /personal/p1/name',
      '✗ dispute-2 @ 4 · 被改动 changed · 列 column revision · 现位于 now at dispute-2 @ 9',
      '  dispute-0 @ 3 · 受其牵连,接不上 no longer follows because of the above',
    ]);
    expect(() => parseRequest([], { DATA_DIR: '/nowhere' })).toThrow(/set EVENT_STORE_URL/);
    expect(() => parseRequest(['--fast'], env)).toThrow(/usage/);
    const kurrent = { ...env, EVENT_STORE_URL: 'esdb://nowhere' };
    expect(() => parseRequest([], kurrent)).toThrow(/set NETWORK_DATABASE_URL/);
  });

  it('says when a witness is not whole itself', async () => {
    const admin = new Client({ connectionString: network.superuserUrl });
    await admin.connect();
    const inNetwork = async (sql: string, back: string): Promise<Verified> => {
      await admin.query(sql);
      return check().finally(() => admin.query(back));
    };
    await admin.query('CREATE TABLE kept AS SELECT * FROM recorder.witness');
    const unwitnessed = await inNetwork(
      `DELETE FROM recorder.witness WHERE ${at(C, 3)}`,
      `INSERT INTO recorder.witness SELECT * FROM kept ON CONFLICT DO NOTHING`,
    );
    expect(unwitnessed.findings).toEqual([
      {
        kind: 'unwitnessed',
        stream: C,
        revision: 3,
        columns: ['epoch', 'transaction_id', 'position'].map((column) => ({ column })),
      },
    ]);
    const altered = await inNetwork(
      `UPDATE journal.events SET type = 'x' WHERE ${at(C, 3)}`,
      `UPDATE journal.events SET type = 'thing.happened.v1' WHERE ${at(C, 3)}`,
    );
    expect(altered.findings).toEqual([
      { kind: 'store-broken', stream: C, revision: 3, columns: [] },
      changed(C, 3, { column: 'type' }),
    ]);
    const lost = await inNetwork(`DELETE FROM journal.events WHERE ${at(C, 4)} `, `SELECT 1`);
    expect(lost.findings).toEqual([{ kind: 'unrecorded', stream: C, revision: 4, columns: [] }]);
    await admin.end();
  });
});
