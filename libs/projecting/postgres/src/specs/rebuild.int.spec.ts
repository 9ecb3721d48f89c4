import { Projector, ViewUnknown } from '@mediation/projecting/engine';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { rebuild, type RebuildOptions } from '../rebuild/rebuild';
import { added, event, tally, tallyReader, tallyWorld, type RecordedTally, type TallyWorld } from './tally.fixture';

describeWithPostgres('a rebuild', () => {
  let world: TallyWorld;
  let projector: Projector<RecordedTally>;
  beforeEach(async () => {
    world = await tallyWorld();
    projector = new Projector({
      events: world.journal,
      views: world.views,
      projections: [tally()],
      reader: tallyReader,
      batchSize: 5,
    });
    projector.start();
  });
  afterEach(async () => {
    await projector.close();
    await world.close();
  });

  const run = (change: Partial<RebuildOptions<RecordedTally>> = {}) =>
    rebuild({
      ownerUrl: world.database.ownerUrl,
      events: world.journal,
      projection: tally(),
      reader: tallyReader,
      ...change,
    });
  const append = (stream: string, times: number) =>
    world.journal.append(
      stream,
      Array.from({ length: times }, () => added(1)),
      'any',
    );
  const caughtUp = () =>
    eventually('the live view has caught up', async () => {
      const [head, checkpoint] = [await world.journal.head(), await world.checkpoint()];
      return head === checkpoint ? true : notYet(checkpoint);
    });
  const tables = async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'views'::regnamespace AND relname ~ '^tally_[0-9]+$' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('gives the same bytes and takes the live one’s place, and the projector goes on in it', async () => {
    for (let i = 0; i < 40; i += 1) await append(`tally-${i}`, 1 + (i % 7));
    await world.journal.append('tally-3', [event('Removed')], 'any');
    await caughtUp();
    const before = await world.rows();
    const shares: number[] = [];
    const report = await run({ onProgress: ({ share }) => shares.push(share) });
    expect(report).toMatchObject({ view: 'tally', generation: 2, differences: [], parked: 0, before: { rows: 39 } });
    expect(report.after).toEqual(report.before);
    expect(shares.at(-1)).toBe(1);
    expect(await world.rows()).toEqual(before);
    expect(await tables()).toEqual(['tally_2']);
    await append('tally-0', 5);
    await caughtUp();
    expect((await world.rows()).find(({ key }) => key === 'tally-0')?.total).toBe(6);
    expect(projector.status().state).toBe('following');
    expect((await run()).generation).toBe(3);
  });

  it('runs while events keep coming, and loses none', async () => {
    await append('tally-a', 2_000);
    await caughtUp();
    const writing = (async () => {
      for (let i = 0; i < 60; i += 1) await append(`tally-${i % 3}`, 10);
    })();
    const report = await run();
    expect(report.differences).toEqual([]);
    await writing;
    await caughtUp();
    const totals = Object.fromEntries((await world.rows()).map(({ key, total }) => [key, total]));
    expect(totals).toEqual({ 'tally-a': 2_000, 'tally-0': 200, 'tally-1': 200, 'tally-2': 200 });
  });

  it('names what is different, without values, and repairs it', async () => {
    for (const stream of ['tally-a', 'tally-b', 'tally-c']) await append(stream, 2);
    await caughtUp();
    await world.owner.query(`UPDATE views.tally_1 SET total = 99 WHERE key = 'tally-a'`);
    await world.owner.query(`UPDATE views.tally_1 SET key = 'tally-x' WHERE key = 'tally-b'`);
    const expected = [
      { key: 'tally-a', columns: ['total'] },
      { key: 'tally-b', columns: 'new' },
      { key: 'tally-x', columns: 'missing' },
    ];
    expect(await run({ check: true })).toMatchObject({ differences: expected, generation: 1 });
    expect(await tables()).toEqual(['tally_1']);
    expect((await world.rows())[0]).toMatchObject({ total: 99 });
    expect(await run()).toMatchObject({ differences: expected, generation: 2 });
    expect((await run()).differences).toEqual([]);
    expect((await world.rows()).map(({ key, total }) => [key, total])).toEqual([
      ['tally-a', 2],
      ['tally-b', 2],
      ['tally-c', 2],
    ]);
  });

  it('brings a view to another version while this program’s projector leaves it alone', async () => {
    await append('tally-a', 3);
    await caughtUp();
    const doubling = {
      ...tally({ version: 2 }),
      reduce: (row: object | undefined) => ({ total: 2 * 3, last: 2, ...row }),
    };
    const report = await run({ projection: doubling });
    expect(report).toMatchObject({ generation: 2, differences: [{ key: 'tally-a', columns: ['total'] }] });
    await append('tally-a', 1);
    await eventually('the old projector notices', () =>
      projector.status().stale.includes('tally') ? true : undefined,
    );
    expect((await world.rows())[0]).toMatchObject({ total: 6 });
  });

  it('parks what it cannot take in, and takes up what could not be taken in before', async () => {
    await world.journal.append('tally-a', [added(1), event('Unheard'), added(1)], 'none');
    await append('tally-b', 1);
    await caughtUp();
    expect(await run()).toMatchObject({ parked: 1, differences: [] });
    const forgiving = { ...tallyReader, reads: ({ type }: { type: string }) => type === 'Added' };
    expect(await run({ reader: forgiving })).toMatchObject({
      parked: 0,
      differences: [{ key: 'tally-a', columns: ['total', 'last'] }],
    });
    expect(await world.views.parked()).toEqual([]);
  });

  it('leaves the live view as it was when it fails, and the next one clears up', async () => {
    await append('tally-a', 3);
    await caughtUp();
    const failing = {
      ...world.journal,
      readAll: () => Promise.reject(new Error('cut off')),
      head: () => world.journal.head(),
    };
    await expect(run({ events: failing as typeof world.journal })).rejects.toThrow('cut off');
    expect(await tables()).toEqual(['tally_1']);
    await world.owner.query('CREATE TABLE views.tally_2 (LIKE views.tally_1)');
    await world.owner.query(
      `INSERT INTO views.projections (name, state, generation, version) VALUES ('tally', 'building', 2, 1)`,
    );
    expect(await run()).toMatchObject({ generation: 2, differences: [] });
    expect(await tables()).toEqual(['tally_2']);
  });

  it('knows views by name and runs one at a time', async () => {
    await expect(run({ projection: tally({ name: 'nothing' }) })).rejects.toEqual(new ViewUnknown(['nothing']));
    await append('tally-a', 3_000);
    await caughtUp();
    const both = await Promise.allSettled([run(), run()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('builds a view that was never begun up to the end', async () => {
    await projector.close();
    await append('tally-a', 3);
    await world.owner.query(`UPDATE views.projections SET checkpoint = NULL; DELETE FROM views.tally_1`);
    await run();
    expect(await world.rows()).toEqual([{ key: 'tally-a', total: 3, last: 2 }]);
    expect(await world.checkpoint()).toBe(await world.journal.head());
  });
});
