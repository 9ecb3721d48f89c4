import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { importCommand } from './import-command';

const SAMPLE = join(__dirname, '../data/370402-divisions.csv');
const NOWHERE = 'postgres://owner:secret@127.0.0.1:1/mediation';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'directory-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('npm run directory', () => {
  it.each([
    ['nothing', [], /usage/],
    ['another verb', ['export', 'x.csv'], /usage/],
    ['two files', ['import', 'x.csv', 'y.csv'], /usage/],
    ['an unknown option', ['import', 'x.csv', '--force'], /--force[^]*usage/],
    ['a file that is not there', ['import', 'none.csv'], /cannot read the file; check the path \(ENOENT\)/],
  ])('says what to do about %s', async (_, args, message) => {
    await expect(importCommand(args, NOWHERE)).rejects.toThrow(message);
  });

  it('recognises a file that is not UTF-8', async () => {
    const gbk = Buffer.from([0xca, 0xd0, 0xd6, 0xd0, 0xc7, 0xf8]);
    await expect(importCommand(['import', await file('gbk.csv', gbk)], NOWHERE)).rejects.toThrow(/CSV UTF-8/);
  });

  it('needs to know the database, and says when it does not answer without showing the password', async () => {
    await expect(importCommand(['import', SAMPLE], undefined)).rejects.toThrow(/or set DATABASE_OWNER_URL/);
    const error: unknown = await importCommand(['import', SAMPLE], NOWHERE).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/does not answer/);
    expect(String(error)).not.toContain('secret');
  });

  it('shows what is wrong with the rows before it asks the database', async () => {
    const bad = await file('bad.csv', 'code,name,tier,parent\n370402,市中区,township,\n');
    await expect(importCommand(['import', bad], NOWHERE)).rejects.toThrow(
      /line 2, column "tier"[^]*nothing was written/,
    );
  });
});

describeWithPostgres('npm run directory on a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('prints the counts, and that a second time changed nothing', async () => {
    expect(await importCommand(['import', SAMPLE, '--sample-mediators'], database.ownerUrl)).toBe(
      [
        '名录已导入 the directory was imported',
        '  区划 divisions   新增 added 182 · 变更 changed 0 · 未变 unchanged 0',
        '  机构 bodies      新增 added 250 · 变更 changed 0 · 未变 unchanged 0',
        '  调解员 mediators  新增 added 625 · 变更 changed 0 · 未变 unchanged 0',
        '  服务重新启动后生效 takes effect when the services start again',
      ].join('\n'),
    );
    expect(await importCommand(['import', SAMPLE], database.ownerUrl)).toBe(
      [
        '名录已导入 the directory was imported',
        '  区划 divisions   新增 added 0 · 变更 changed 0 · 未变 unchanged 182',
        '  机构 bodies      新增 added 0 · 变更 changed 0 · 未变 unchanged 250',
        '  调解员 mediators  新增 added 0 · 变更 changed 0 · 未变 unchanged 0',
        '  服务重新启动后生效 takes effect when the services start again',
      ].join('\n'),
    );
  });

  it('sends whoever may not write to the owner', async () => {
    const other = await file('other.csv', 'code,name,tier,parent\n110101,东城区,district,\n');
    await expect(importCommand(['import', other], database.appUrl)).rejects.toThrow(/use DATABASE_OWNER_URL/);
  });

  it('says when the tables are not there yet', async () => {
    const empty = await createTestDatabase({ migrated: false });
    try {
      await expect(importCommand(['import', SAMPLE], empty.ownerUrl)).rejects.toThrow(/run npm start/);
    } finally {
      await empty.drop();
    }
  });
});
