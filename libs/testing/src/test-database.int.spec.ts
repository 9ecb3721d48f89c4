import { Client } from 'pg';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from './index';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const WHO = 'SELECT current_user AS login, current_database() AS database';

describeWithPostgres('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('answers its owner, its service and a superuser', async () => {
    expect(await ask(first.ownerUrl, WHO)).toEqual([{ login: 'mediation_owner', database: first.name }]);
    expect(await ask(first.appUrl, WHO)).toEqual([{ login: 'mediation_service', database: first.name }]);
    expect(await ask(first.superuserUrl, WHO)).toEqual([{ login: 'postgres', database: first.name }]);
  });

  it('is not shared', async () => {
    await ask(first.ownerUrl, 'CREATE TABLE mine ()');
    expect(await ask(second.ownerUrl, "SELECT to_regclass('mine') AS found")).toEqual([{ found: null }]);
  });

  it('lets the service make nothing', async () => {
    await expect(ask(first.appUrl, 'CREATE TABLE theirs ()')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(first.appUrl, 'CREATE SCHEMA theirs')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(first.appUrl, 'CREATE TEMPORARY TABLE theirs ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('is gone once dropped', async () => {
    const third = await createTestDatabase({ migrated: false });
    await third.drop();
    await expect(ask(third.ownerUrl, WHO)).rejects.toMatchObject({ code: '3D000' });
  });
});
