import { randomUUID } from 'node:crypto';
import { expectedHash, GENESIS_HASH, type EventStore, type StoredEvent } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { JsonObject } from '@mediation/kernel';
import { LIFECYCLE_TOPIC, toLifecycleMessage } from '@mediation/recording/lifecycle';
import { openRecorder, type Recorder } from '@mediation/recording/recorder';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { run } from './command';
import { findPlaces, type Places } from './places';
import { parseRequest } from './request';
import { ageOf, table } from './table';

describe('npm run quarantine', () => {
  it.each([
    ['nothing', [], /name a command/],
    ['another command', ['drop'], /name a command/],
    ['no id', ['show'], /name the id/],
    ['an id that is none', ['compare', '0'], /name the id/],
    ['an id to list', ['list', '1'], /list takes no id/],
    ['two ids', ['show', '1', '2'], /too many/],
    ['an unknown option', ['list', '--force'], /usage/],
    ['no decision', ['resolve', '1', '--by', 'x', '--note', 'x'], /--decision must be/],
    ['another decision', ['resolve', '1', '--decision', 'overwrite', '--by', 'x', '--note', 'x'], /--decision must be/],
    ['nobody', ['resolve', '1', '--decision', 'dismiss', '--note', 'x'], /--by is missing/],
    ['no note', ['resolve', '1', '--decision', 'dismiss', '--by', 'x', '--note', ' '], /--note is missing/],
  ])('says what to do about %s', (_, args, message) => expect(() => parseRequest(args)).toThrow(message));

  it('finds its databases by the environment, and says what it lacks', () => {
    const env = {
      DATABASE_URL: 'postgresql://a/n',
      EVENT_STORE_URL: 'esdb://b',
      JOURNAL_URL: '',
      DATA_DIR: '/nowhere',
    };
    expect(findPlaces(env)).toEqual({
      databaseUrl: 'postgresql://a/n',
      eventStoreUrl: 'esdb://b',
      journalUrl: undefined,
    });
    expect(() => findPlaces({ DATA_DIR: '/nowhere' })).toThrow(/set DATABASE_URL and EVENT_STORE_URL/);
  });

  it('sets columns under each other and tells ages in two units', () => {
    expect(
      table([
        ['编号', 'b'],
        ['1', '二'],
        ['', 'c'],
      ]),
    ).toBe('编号  b\n1     二\n      c');
    expect([0, 59_999, 3_600_000, 90_061_000].map(ageOf)).toEqual(['0 s', '59 s', '1 h 0 min', '1 d 1 h']);
  });
});

const SOURCE = '/journals/370402';
const metadata = { recordedAt: '2025-03-01T09:30:00+08:00', actor: { sub: 'u-1', org: '370402', roles: ['mediator'] } };

const chained = (stream: string, data: JsonObject, before?: StoredEvent): StoredEvent => {
  const revision = before ? before.revision + 1 : 0;
  const event = { id: randomUUID(), type: 'thing.happened.v1', data, metadata, stream, revision, position: '1.5.5' };
  return { ...event, hash: expectedHash(event, before?.hash ?? GENESIS_HASH) };
};

const SECRET = '王某某';

describeWithPostgres('npm run quarantine on databases', () => {
  let network: TestDatabase;
  let district: TestDatabase;
  let places: Places;
  let store: EventStore;
  let recorder: Recorder;
  const stream = `dispute-${randomUUID()}`;
  const [first] = [chained(stream, { place: '370402' })];
  const second = chained(stream, { place: '370402', amountFen: 5, personal: { p1: { name: '甲' } } }, first);
  const fork = chained(stream, { place: '370402', amountFen: 6, personal: { p1: { name: SECRET } } }, first);
  const third = chained(stream, { step: 3 }, second);
  const fourth = chained(stream, { step: 4 }, third);

  const take = async (...events: readonly StoredEvent[]): Promise<void> => {
    const messages = events.map((event, n) => {
      const { key, headers, body } = toLifecycleMessage(SOURCE, event);
      return { topic: LIFECYCLE_TOPIC, partition: 0, offset: String(n), key, headers, body: Buffer.from(body) };
    });
    const { signal } = new AbortController();
    expect(await recorder.handle(messages, { attempt: 1, signal })).toEqual({ count: events.length });
  };
  const command = (...args: readonly string[]) => run(parseRequest(args), places);
  const idOf = async ({ revision }: StoredEvent): Promise<string> => {
    const rows = (await command('list', '--all')).json as { id: string; revision: number }[];
    return rows.find((row) => row.revision === revision)!.id;
  };

  beforeAll(async () => {
    [network, district] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    places = { databaseUrl: network.appUrl, eventStoreUrl: network.appUrl, journalUrl: district.appUrl };
    store = postgresJournal({ connectionString: network.appUrl });
    recorder = openRecorder({ store, databaseUrl: network.appUrl });
    const journal = postgresJournal({ connectionString: district.appUrl });
    await journal.append(stream, [first, fork], 'none');
    await journal.close();
  });
  afterAll(async () => {
    await recorder.close();
    await store.close();
    await Promise.all([network.drop(), district.drop()]);
  });

  it('lists nothing, then what waits, with its age and the counts', async () => {
    expect(await command('list')).toEqual({ ok: true, text: '没有隔离的事件 · nothing is in quarantine', json: [] });
    await take(first, second, fork, fourth);
    const { text, ok } = await command('list');
    expect(ok).toBe(true);
    const lines = text.split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^编号 id +状态 state +原因 reason +来源 source +流 stream +序号 revision +已有 age$/);
    expect(lines[1]).toMatch(new RegExp(`^1 +隔离 quarantined +分叉 fork +${SOURCE} +${stream} +1 +\\d+ s$`));
    expect(lines[2]).toMatch(/^2 +隔离 quarantined +断链 broken-chain /);
    expect(lines[4]).toBe('共 2 条 rows · 分叉 fork: 1 · 断链 broken-chain: 1');
  });

  it('shows a row, and its content only when told to', async () => {
    const id = await idOf(fork);
    const hidden = await command('show', id);
    expect(hidden.text).toContain(fork.id);
    expect(JSON.stringify(hidden)).not.toContain(SECRET);
    expect((await command('show', id, '--reveal')).text).toContain(SECRET);
    expect((await command('show', id, '--reveal')).json).toMatchObject({ reason: 'fork', data: fork.data });
    expect(await command('show', '4711')).toMatchObject({ ok: false, text: expect.stringContaining('4711') as string });
  });

  it('compares a row with the store and the journal, by letters unless told to reveal', async () => {
    const id = await idOf(fork);
    const hidden = await command('compare', id);
    expect((hidden.json as { fields: unknown }).fields).toEqual([
      { field: 'id', differs: true, values: [second.id, fork.id, fork.id] },
      { field: 'type', differs: false, values: ['thing.happened.v1', 'thing.happened.v1', 'thing.happened.v1'] },
      { field: 'hash', differs: true, values: [second.hash, fork.hash, fork.hash] },
      { field: '/data/amountFen', differs: true, values: ['A', 'B', 'B'] },
      { field: '/data/personal/p1/name', differs: true, values: ['A', 'B', 'B'] },
      { field: '/data/place', differs: false, values: ['A', 'A', 'A'] },
      { field: '/metadata/actor/org', differs: false, values: ['A', 'A', 'A'] },
      { field: '/metadata/actor/roles/0', differs: false, values: ['A', 'A', 'A'] },
      { field: '/metadata/actor/sub', differs: false, values: ['A', 'A', 'A'] },
      { field: '/metadata/recordedAt', differs: false, values: ['A', 'A', 'A'] },
    ]);
    expect(hidden.text).toMatch(/^≠ +\/data\/amountFen +A +B +B$/m);
    expect(hidden.text).toMatch(/4 fields differ$/);
    expect(JSON.stringify(hidden)).not.toContain(SECRET);
    const revealed = await command('compare', id, '--reveal');
    expect((revealed.json as { fields: unknown[] }).fields[4]).toEqual({
      field: '/data/personal/p1/name',
      differs: true,
      values: ['"甲"', `"${SECRET}"`, `"${SECRET}"`],
    });
    const alone = await run(parseRequest(['compare', await idOf(fourth)]), { ...places, journalUrl: undefined });
    expect((alone.json as { fields: unknown[] }).fields[0]).toEqual({
      field: 'id',
      differs: true,
      values: [undefined, fourth.id],
    });
  });

  it('accepts what follows and nothing else, and dismisses for good', async () => {
    const id = await idOf(fork);
    const decided = ['--by', 'operator', '--note', 'restored from a backup'];
    const before = await store.readStream(stream);
    const refused = await command('resolve', id, '--decision', 'accept', ...decided);
    expect(refused).toMatchObject({ ok: false, json: { id, kind: 'not-following', reason: 'fork' } });
    expect(refused.text).toMatch(/holds another event at its place/);
    expect(await command('resolve', await idOf(fourth), '--decision', 'accept', ...decided)).toMatchObject({
      ok: false,
      json: { kind: 'not-following', reason: 'gap' },
    });
    expect(await command('resolve', id, '--decision', 'dismiss', ...decided)).toMatchObject({ ok: true });
    expect(await command('resolve', id, '--decision', 'dismiss', ...decided)).toMatchObject({
      ok: false,
      json: { kind: 'settled-before' },
    });
    expect(await store.readStream(stream)).toEqual(before);
    await store.append(stream, [third], 1);
    const accepted = await command('resolve', await idOf(fourth), '--decision', 'accept', ...decided);
    expect(accepted).toMatchObject({ ok: true, json: { kind: 'resolved', released: 0 } });
    expect((await store.readStream(stream)).map(({ hash }) => hash)).toEqual(
      [first, second, third, fourth].map(({ hash }) => hash),
    );
    expect((await command('list')).json).toEqual([]);
    expect((await command('show', id)).text).toMatch(/^by +operator$/m);
  });
});
