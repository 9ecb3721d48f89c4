import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { Client } from 'pg';
import { AMONG_EACH_OTHER } from '../duplicates/alike.sql';
import { sql, type Sql } from '../sql';

/** Lists of names out of few names, so that many hold each other: of one to nine, which is more than are looked up one by one. */
const LISTS = `
  INSERT INTO views.likeness_1 (key, names, people, links)
  SELECT 'd' || n, (
    SELECT array_agg('m' || name ORDER BY name) FROM generate_series(1, 9) AS name
    WHERE (hashint4(n * 31 + name) % 9 + 9) % 9 < n % 10 OR name = n % 9 + 1
  ), '{}', '{}' FROM generate_series(1, 400) AS n`;

const pairs = (candidates: Sql): Sql => sql`
  SELECT d.key AS one, ol.key AS other FROM views.likeness AS dl CROSS JOIN LATERAL (SELECT dl.key) AS d
    CROSS JOIN LATERAL (${candidates} OFFSET 0) AS ol ORDER BY 1, 2`;

const AS_SAID = sql`
  SELECT l.* FROM views.likeness AS l WHERE l.key <> d.key AND (l.names @> dl.names OR l.names <@ dl.names)`;

describeWithPostgres('names that are among each other', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query(LISTS);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const found = async (query: Sql) => {
    const { text, values } = query.toQuery();
    return (await client.query<{ one: string; other: string }>(text, [...values])).rows;
  };

  it('are found by whole lists as by comparing every two, each pair once', async () => {
    const lengths = await client.query('SELECT DISTINCT cardinality(names) AS n FROM views.likeness ORDER BY 1');
    expect(lengths.rows.map(({ n }: { n: number }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const expected = await found(pairs(AS_SAID));
    expect(expected.length).toBeGreaterThan(10_000);
    expect(await found(pairs(AMONG_EACH_OTHER))).toEqual(expected);
  });
});
