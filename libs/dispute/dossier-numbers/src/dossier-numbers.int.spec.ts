import { randomUUID } from 'node:crypto';
import { createTestDatabase, describeWithPostgres, FixedClock, type TestDatabase } from '@mediation/testing';
import { Client } from 'pg';
import type { ClosableNumbers } from './allocation';
import { inMemoryDossierNumbers } from './in-memory-dossier-numbers';
import { postgresDossierNumbers } from './postgres-dossier-numbers';

const BODY = '370402102-committee';
const OTHER = '370402103-committee';
const ALL = { after: 0, limit: 1_000 };
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const inOrder = (serials: readonly number[]) => [...serials].sort((a, b) => a - b);

/** What every register keeps to. */
const keepsItsPromises = (open: () => ClosableNumbers): void => {
  let numbers: ClosableNumbers;
  beforeAll(() => {
    numbers = open();
  });
  afterAll(() => numbers.close());

  it('counts from one in each body and year', async () => {
    const serials = [];
    for (const [body, year] of [
      [BODY, 2024],
      [BODY, 2024],
      [OTHER, 2024],
      [BODY, 2025],
      [BODY, 2024],
    ] as const)
      serials.push(await numbers.allocate(body, year, randomUUID()));
    expect(serials).toStrictEqual([1, 2, 1, 1, 3]);
  });

  it('gives a dispute the number that it has', async () => {
    const dispute = randomUUID();
    const first = await numbers.allocate(BODY, 2023, dispute);
    await numbers.allocate(BODY, 2023, randomUUID());
    expect(await numbers.allocate(BODY, 2023, dispute)).toBe(first);
    expect((await numbers.list(BODY, 2023, ALL)).map(({ serial }) => serial)).toStrictEqual([1, 2]);
  });

  it('is read in order, page by page', async () => {
    const disputes = upTo(5).map(() => randomUUID());
    for (const dispute of disputes) await numbers.allocate(BODY, 2022, dispute);
    const page = await numbers.list(BODY, 2022, { after: 1, limit: 3 });
    expect(page.map(({ serial, dispute }) => [serial, dispute])).toStrictEqual(
      [2, 3, 4].map((serial) => [serial, disputes[serial - 1]]),
    );
    expect(page.every(({ allocatedAt }) => !Number.isNaN(Date.parse(allocatedAt)))).toBe(true);
    expect(await numbers.list(BODY, 1999, ALL)).toStrictEqual([]);
  });
};

describe('a register in memory', () =>
  keepsItsPromises(() => inMemoryDossierNumbers(new FixedClock('2025-03-10T12:00:00+08:00'))));

describeWithPostgres('a register in PostgreSQL', () => {
  let database: TestDatabase;
  const opened: ClosableNumbers[] = [];
  const openOne = () => {
    const numbers = postgresDossierNumbers({ connectionString: database.appUrl });
    opened.push(numbers);
    return numbers;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(opened.map((each) => each.close()));
    await database.drop();
  });

  describe('as any', () => keepsItsPromises(() => postgresDossierNumbers({ connectionString: database.appUrl })));

  it('gives racers of several processes each a number, no two the same and none left out', async () => {
    const processes = upTo(4).map(openOne);
    const racers = 120;
    const serials = await Promise.all(upTo(racers).map((n) => processes[n % 4]!.allocate(BODY, 2030, randomUUID())));
    expect(inOrder(serials)).toStrictEqual(upTo(racers));
  });

  it('gives racers for one dispute one number', async () => {
    const processes = upTo(4).map(openOne);
    const dispute = randomUUID();
    await openOne().allocate(BODY, 2031, randomUUID());
    const serials = await Promise.all(upTo(40).map((n) => processes[n % 4]!.allocate(BODY, 2031, dispute)));
    expect(new Set(serials)).toStrictEqual(new Set([2]));
    expect(await openOne().allocate(BODY, 2031, randomUUID())).toBe(3);
  });

  it('leaves no gap behind a transaction that fails', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT dossier.allocate($1, 2032, $2)', [BODY, randomUUID()]);
    await client.query('ROLLBACK');
    await client.end();
    expect(await openOne().allocate(BODY, 2032, randomUUID())).toBe(1);
  });

  it.each([
    'INSERT INTO dossier.numbers (body, year, serial, dispute) VALUES (1, 2025, 1, gen_random_uuid())',
    'UPDATE dossier.numbers SET serial = serial + 1',
    'DELETE FROM dossier.numbers',
    'TRUNCATE dossier.numbers',
    'DROP FUNCTION dossier.allocate',
  ])('is the owner’s: not %s', async (sql) => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('says that the store cannot be asked when it cannot', async () => {
    const nowhere = postgresDossierNumbers({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
    await expect(nowhere.allocate(BODY, 2025, randomUUID())).rejects.toMatchObject({ code: 'store-unavailable' });
    await nowhere.close();
  });
});
