import { createView } from '@infra/migrations';
import { describeWithPostgres } from '@mediation/testing';
import { tallyWorld, type TallyWorld } from './tally.fixture';

describeWithPostgres('values of every kind', () => {
  let world: TallyWorld;
  beforeEach(async () => {
    world = await tallyWorld();
    const runner = { query: (sql: string, values?: unknown[]) => world.owner.query(sql, values) };
    const columns = ` words text, count int, fen bigint, is_so boolean, on_day date, at_time timestamptz,
      list text[], document jsonb, "order" text`;
    await createView(runner, 'kinds', { columns, indexes: [] });
  });
  afterEach(() => world.close());

  const savedAs = (rows: Readonly<Record<string, object>>) =>
    world.views.transact(async (transaction) => {
      const [view] = await transaction.lock(['kinds'], []);
      await transaction.save(view!, new Map(Object.entries(rows)));
      return Object.fromEntries(await transaction.load(view!, Object.keys(rows)));
    });

  const full = {
    words: '示例 "引号" \\ {a,b} \n NULL',
    count: -3,
    fen: 9_007_199_254_740_991,
    is_so: false,
    on_day: '2025-03-01',
    at_time: '2025-03-01T01:00:00+00:00',
    list: ['', 'NULL', 'null', '"', '\\', ',', '{}', ' 示例 ', '\n'],
    document: { text: '"\\\n', list: [1, null, {}], none: null },
    order: '',
  };
  const none = Object.fromEntries(Object.keys(full).map((column) => [column, null]));

  it('come back as they were', async () => {
    expect(await savedAs({ full, none: {} })).toEqual({
      full: { key: 'full', ...full },
      none: { key: 'none', ...none },
    });
  });

  it('may be nothing, an empty list or a bare text where any document may be', async () => {
    const rows = {
      a: { list: [], document: 'text' },
      b: { list: [null], document: [] },
      c: { list: null, document: 0, words: undefined },
    };
    expect(await savedAs(rows)).toEqual({
      a: { key: 'a', ...none, ...rows.a },
      b: { key: 'b', ...none, ...rows.b },
      c: { key: 'c', ...none, list: null, document: 0 },
    });
  });

  it.each([
    ['count', 'many', '22P02'],
    ['count', 2 ** 40, '22003'],
    ['on_day', '2025-02-30', '22008'],
    ['list', 'no list', '22P02'],
    ['words', 'a\u0000b', '22021'],
    ['document', { a: '\u0000' }, '22P05'],
  ])('are refused in %s when it cannot hold them: %p', async (column, value, reason) => {
    await expect(savedAs({ a: { [column]: value } })).rejects.toMatchObject({ code: 'row-refused', reason });
  });
});
