import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { Client } from 'pg';
import { directoryDataSource } from './data-source';
import { importDivisions } from './import-divisions';
import { loadDirectory } from './load-directory';

const SAMPLE = readFileSync(join(__dirname, '../../../tools/directory/data/370402-divisions.csv'), 'utf8');
const HEADER = 'code,name,tier,parent';
const SMALL = [HEADER, '110101,东城区,district,', '110101001,东华门街道,township,110101'].join('\n');
const NOTHING = { added: 0, changed: 0 };

describeWithPostgres('the directory', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const importSample = () => importDivisions(database.ownerUrl, SAMPLE, { sampleMediators: true });

  it('imports the sample district, and a second time changes nothing', async () => {
    const bodies = 14 + 11 * 6 + 170;
    const mediators = (170 + 11 + 1 + 1) * 3 + (11 + 11 + 12 + 1 + 3) * 2;
    expect(await importSample()).toEqual({
      divisions: { ...NOTHING, added: 182, unchanged: 0 },
      bodies: { ...NOTHING, added: bodies, unchanged: 0 },
      mediators: { ...NOTHING, added: mediators, unchanged: 0 },
    });
    expect(await importSample()).toEqual({
      divisions: { ...NOTHING, unchanged: 182 },
      bodies: { ...NOTHING, unchanged: bodies },
      mediators: { ...NOTHING, unchanged: mediators },
    });
  });

  it('answers from memory, to the service that may only read', async () => {
    await importSample();
    const directory = await loadDirectory(database.appUrl);
    expect(directory.body('370402102001-committee')).toBeUndefined();
    expect(directory.body('370402102-committee')).toEqual({
      code: '370402102-committee',
      kind: 'committee',
      tier: 'township',
      division: '370402102',
      nameZh: '孟庄镇人民调解委员会',
      parent: '370402102-judicial-office',
    });
    expect(directory.mediators('370402102-committee')).toEqual([
      {
        id: '370402102-m1',
        body: '370402102-committee',
        displayName: '示例·孟庄一',
        fullTime: true,
        isChair: true,
        specialties: ['neighbourhood', 'marriage-family'],
        courtRosters: ['370402-court'],
      },
      expect.objectContaining({ id: '370402102-m2', isChair: false }),
      expect.objectContaining({ id: '370402102-m3', isChair: false }),
    ]);
    expect(directory.mediator('370402102-m1')?.body).toBe('370402102-committee');
    const rosters = directory.courtRosters();
    expect([...rosters.keys()]).toEqual(['370402-court']);
    const roster = rosters.get('370402-court');
    expect(['370402102-m1', '370402102200-m1', '370402102200-m2'].map((id) => roster?.has(id))).toEqual([
      true,
      true,
      false,
    ]);
    expect(directory.mediators('370402-nobody')).toEqual([]);
    expect(directory.division('370402')).toEqual({
      code: '370402',
      name: '市中区',
      tier: 'district',
      parent: undefined,
    });
    expect(directory.divisions().length).toBe(182);
    expect(directory.bodies().length).toBe(250);
    expect(directory.bodies({ kind: 'court' }).map(({ code }) => code)).toEqual(['370402-court']);
    expect(directory.bodies({ kind: 'committee', tier: 'township', within: '370402102' }).length).toBe(1);
    expect(directory.bodies({ tier: 'township' }).length).toBe(66);
  });

  it('changes a name that changed and keeps what a file does not mention', async () => {
    await importSample();
    const renamed = SMALL.replace('东华门街道', '东华门街');
    await importDivisions(database.ownerUrl, SMALL);
    expect(await importDivisions(database.ownerUrl, renamed)).toEqual({
      divisions: { added: 0, changed: 1, unchanged: 1 },
      bodies: { added: 0, changed: 6, unchanged: 14 },
      mediators: { added: 0, changed: 0, unchanged: 0 },
    });
    const directory = await loadDirectory(database.appUrl);
    expect(directory.body('110101001-judicial-office')?.nameZh).toBe('东华门街司法所');
    expect(directory.bodies({ within: '370402' }).length).toBe(250);
  });

  it('stores all of a file or nothing', async () => {
    const broken = `${SMALL}\n110101002,景山街道,township,110102`;
    await expect(importDivisions(database.ownerUrl, broken)).rejects.toThrow('line 4, column "parent"');
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("ALTER TABLE directory.body ADD CONSTRAINT no_squad CHECK (kind <> 'squad') NOT VALID");
    await client.end();
    await expect(importDivisions(database.ownerUrl, SMALL)).rejects.toThrow(/no_squad/);
    expect((await loadDirectory(database.appUrl)).divisions()).toEqual([]);
  });

  it('imports once when two import at once', async () => {
    const reports = await Promise.all([importSample(), importSample()]);
    expect(reports.map(({ divisions }) => divisions.added).sort((a, b) => a - b)).toEqual([0, 182]);
  });

  it('sees nothing new until it is reloaded, and keeps what it knew when that fails', async () => {
    await importDivisions(database.ownerUrl, SMALL);
    const source = await directoryDataSource(database.appUrl).initialize();
    const directory = await loadDirectory(source);
    await importSample();
    expect(directory.divisions().length).toBe(2);
    await directory.reload();
    expect(directory.divisions().length).toBe(184);
    await source.destroy();
    await expect(directory.reload()).rejects.toThrow();
    expect(directory.divisions().length).toBe(184);
  });

  it('lets the service read and not write', async () => {
    await expect(importDivisions(database.appUrl, SMALL)).rejects.toThrow(/permission denied/);
  });

  it('refuses rows that contradict their code', async () => {
    await importDivisions(database.ownerUrl, SMALL);
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const bad = [
      "INSERT INTO directory.division VALUES ('110101002', 'x', 'village', '110101')",
      "INSERT INTO directory.division VALUES ('110101002', 'x', 'township', NULL)",
      "INSERT INTO directory.division VALUES ('110102', 'x', 'district', '110101')",
      "INSERT INTO directory.body VALUES ('110101-court', 'court', '110101001', 'district', 'x', NULL)",
      "INSERT INTO directory.body VALUES ('110101-x', 'mayor', '110101', 'district', 'x', NULL)",
      "INSERT INTO directory.mediator VALUES ('m', '110101-none', 'x', true, false, '{}')",
    ];
    for (const sql of bad) await expect(client.query(sql)).rejects.toThrow(/violates/);
    await client.end();
  });
});
