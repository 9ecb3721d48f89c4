import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@mediation/embedded-postgres';
import { bootstrapRoles, DatabaseIsNewer, migrate } from '../index';

class MakeFirst1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE public.first ()');
  }
  async down(): Promise<void> {}
}

class MakeSecond1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE public.second ()');
  }
  async down(): Promise<void> {}
}

class MakeHalf1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE public.half ()');
    await runner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {}
}

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";

// A server of its own: the roles are the whole cluster's, and these specs change their passwords.
describe('migrations', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'migrate-spec-'));
  let server: EmbeddedPostgres;
  let count = 0;
  const newDatabase = () =>
    bootstrapRoles({
      superuserUrl: server.superuserUrl,
      database: `case_${++count}`,
      ownerPassword: "it's an owner",
      servicePassword: 'a/service@?',
    });

  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir, durable: false });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('find roles that can do no more than they must, however often these are bootstrapped', async () => {
    await newDatabase();
    await newDatabase();
    const roles = `SELECT rolname, rolcanlogin AS login FROM pg_roles WHERE rolname LIKE 'mediation%'
      AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls) ORDER BY 1`;
    expect(await ask(server.superuserUrl, roles)).toEqual([
      { rolname: 'mediation_app', login: false },
      { rolname: 'mediation_owner', login: true },
      { rolname: 'mediation_service', login: true },
    ]);
    const members = `SELECT member::regrole::text, roleid::regrole::text AS of FROM pg_auth_members
      WHERE roleid::regrole::text LIKE 'mediation%'`;
    expect(await ask(server.superuserUrl, members)).toEqual([{ member: 'mediation_service', of: 'mediation_app' }]);
  });

  it('are applied in the order of their times, once', async () => {
    const { ownerUrl } = await newDatabase();
    const migrations = [MakeSecond1700000000002, MakeFirst1700000000001];
    const applied = ['MakeFirst1700000000001', 'MakeSecond1700000000002'];
    expect(await migrate({ ownerUrl, migrations })).toEqual({ applied });
    expect(await migrate({ ownerUrl, migrations })).toEqual({ applied: [] });
    expect(await ask(ownerUrl, TABLES)).toEqual([{ tablename: 'first' }, { tablename: 'second' }]);
    expect(await ask(ownerUrl, 'SELECT name FROM migrations.applied ORDER BY id')).toEqual(
      applied.map((name) => ({ name })),
    );
  });

  it('are applied by one of two processes that come at once', async () => {
    const { ownerUrl } = await newDatabase();
    const migrations = [MakeFirst1700000000001];
    const both = await Promise.all([migrate({ ownerUrl, migrations }), migrate({ ownerUrl, migrations })]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(['MakeFirst1700000000001']);
  });

  it('keep what went before one that fails, and nothing of that one', async () => {
    const { ownerUrl } = await newDatabase();
    const migrations = [MakeFirst1700000000001, MakeHalf1700000000003];
    await expect(migrate({ ownerUrl, migrations })).rejects.toThrow('division by zero');
    expect(await ask(ownerUrl, TABLES)).toEqual([{ tablename: 'first' }]);
    const pending: string[][] = [];
    const repaired = [MakeFirst1700000000001, MakeSecond1700000000002];
    await migrate({ ownerUrl, migrations: repaired, onProgress: (names) => pending.push([...names]) });
    expect(pending).toEqual([['MakeSecond1700000000002']]);
  });

  it('refuse a database that a later version has migrated', async () => {
    const { ownerUrl } = await newDatabase();
    await migrate({ ownerUrl, migrations: [MakeFirst1700000000001, MakeSecond1700000000002] });
    const older = migrate({ ownerUrl, migrations: [MakeFirst1700000000001] });
    await expect(older).rejects.toEqual(new DatabaseIsNewer(['MakeSecond1700000000002']));
  });

  it('are the owner’s business alone', async () => {
    const { serviceUrl } = await newDatabase();
    await expect(migrate({ ownerUrl: serviceUrl, migrations: [MakeFirst1700000000001] })).rejects.toMatchObject({
      code: '42501',
    });
  });
});
