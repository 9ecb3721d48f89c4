import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { createTestDatabase, describeWithPostgres, eventually, notYet, type TestDatabase } from '@mediation/testing';
import { openPool } from '../database';
import { Lease } from '../lease';

const LONG_MS = 60_000;
const INSUFFICIENT_PRIVILEGE = '42501';

describeWithPostgres('the lease', () => {
  let database: TestDatabase;
  let pool: Pool;
  let name: string;
  let [first, second]: Lease[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = openPool(database.appUrl, 5_000);
  });

  beforeEach(() => {
    name = randomUUID();
    [first, second] = ['first', 'second'].map((holder) => new Lease(pool, name, holder));
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const takeOver = (ttlMs: number) =>
    eventually('the lease to run out', async () => (await second!.acquire(ttlMs)) ?? notYet('held'));

  it('begins with the first who asks, at the journal’s beginning, and is nobody else’s while it lasts', async () => {
    const grant = { term: '1', checkpoint: undefined, published: 0 };
    expect(await first!.acquire(LONG_MS)).toEqual(grant);
    expect(await second!.acquire(LONG_MS)).toBeUndefined();
    expect(await first!.acquire(LONG_MS)).toEqual(grant);
  });

  it('goes to one of many who ask at once', async () => {
    const candidates = Array.from({ length: 12 }, (_, n) => new Lease(pool, name, `candidate-${n}`));
    for (const term of ['1', '2', '3']) {
      const grants = await Promise.all(candidates.map((candidate) => candidate.acquire(LONG_MS)));
      expect(grants.filter((grant) => grant !== undefined).map((grant) => grant.term)).toEqual([term]);
      await candidates[grants.findIndex((grant) => grant !== undefined)]!.release(term);
      candidates.splice(
        grants.findIndex((grant) => grant !== undefined),
        1,
      );
    }
  });

  it('is another’s in a new term once it has run out, with what the old one reached, and refuses the old one', async () => {
    await first!.acquire(50);
    expect(await first!.advance('1', '1.5.5', 7)).toBe(true);
    expect(await takeOver(LONG_MS)).toEqual({ term: '2', checkpoint: '1.5.5', published: 7 });
    expect(await first!.advance('1', '1.6.6', 8)).toBe(false);
    expect(await first!.advance('2', '1.6.6', 8)).toBe(false);
    expect(await first!.release('1')).toBe(false);
    expect(await first!.acquire(LONG_MS)).toBeUndefined();
    expect(await second!.advance('1', '1.6.6', 8)).toBe(false);
    expect(await second!.advance('2', '1.6.6', 8)).toBe(true);
    expect(await second!.acquire(LONG_MS)).toEqual({ term: '2', checkpoint: '1.6.6', published: 8 });
  });

  it('stays the term of who is late while nobody has taken it', async () => {
    await first!.acquire(1);
    await pool.query('SELECT pg_sleep(0.01)');
    expect(await first!.advance('1', '1.5.5', 7)).toBe(true);
    expect(await first!.acquire(LONG_MS)).toEqual({ term: '1', checkpoint: '1.5.5', published: 7 });
  });

  it('is another’s at once when it is given back', async () => {
    await first!.acquire(LONG_MS);
    expect(await first!.release('1')).toBe(true);
    expect((await second!.acquire(LONG_MS))?.term).toBe('2');
    expect(await first!.release('1')).toBe(false);
  });

  it('is apart from a lease of another name', async () => {
    await first!.acquire(LONG_MS);
    expect((await new Lease(pool, `not ${name}`, 'second').acquire(LONG_MS))?.term).toBe('1');
  });

  it('runs from when it was got, not from when its transaction began', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT now(), pg_sleep(0.3)');
      await client.query(`SELECT * FROM relay.acquire('${name}', 'first', 250)`);
      await client.query('COMMIT');
      expect(await second!.acquire(LONG_MS)).toBeUndefined();
    } finally {
      await client.end();
    }
  });

  it.each([
    `INSERT INTO relay.leases VALUES ('x', 1, 'x', now())`,
    'UPDATE relay.leases SET term = 1',
    'DELETE FROM relay.leases',
    'TRUNCATE relay.leases',
    'DROP FUNCTION relay.release',
    'CREATE TABLE relay.another ()',
  ])('is not the application’s to change but by its functions: %s', async (sql) => {
    await expect(pool.query(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
  });
});
