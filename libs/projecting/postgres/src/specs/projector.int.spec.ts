import type { StoredEvent } from '@mediation/event-store/port';
import { Projector, retryStream, type ProjectorOptions } from '@mediation/projecting/engine';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { rebuild } from '../rebuild/rebuild';
import { added, event, tally, tallyReader, tallyWorld, type RecordedTally, type TallyWorld } from './tally.fixture';

describeWithPostgres('a projector', () => {
  let world: TallyWorld;
  const started: Projector<RecordedTally>[] = [];
  beforeEach(async () => {
    world = await tallyWorld();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.close()));
    await world.close();
  });

  const options = (change: Partial<ProjectorOptions<RecordedTally>> = {}): ProjectorOptions<RecordedTally> => ({
    events: world.journal,
    views: world.views,
    projections: [tally(), tally({ name: 'second_tally' })],
    reader: tallyReader,
    batchSize: 7,
    ...change,
  });
  const start = (change: Partial<ProjectorOptions<RecordedTally>> = {}) => {
    const projector = new Projector(options(change));
    started.push(projector);
    projector.start();
    return projector;
  };
  const total = async (stream: string, name = 'tally') =>
    (await world.rows(name)).find(({ key }) => key === stream)?.total;
  const reaches = (stream: string, expected: number, name = 'tally') =>
    eventually(`${name} shows ${expected} for ${stream}`, async () => {
      const seen = await total(stream, name);
      return seen === expected ? seen : notYet(seen ?? 'no row');
    });
  const append = (stream: string, times: number) =>
    world.journal.append(
      stream,
      Array.from({ length: times }, () => added(1)),
      'any',
    );

  it('catches up, follows, and goes on from its checkpoint after a restart', async () => {
    await append('tally-a', 30);
    const first = start();
    await reaches('tally-a', 30);
    await append('tally-a', 5);
    await reaches('tally-a', 35);
    expect(first.status()).toEqual({
      state: 'following',
      fault: undefined,
      position: await world.journal.head(),
      stale: [],
    });
    await first.close();
    await append('tally-a', 5);
    start();
    await reaches('tally-a', 40);
    await reaches('tally-a', 40, 'second_tally');
  });

  it('shares its views with another projector without counting anything twice', async () => {
    start();
    start({ batchSize: 3 });
    start({ batchSize: 50 });
    for (let i = 0; i < 20; i += 1) await Promise.all([append('tally-a', 3), append('tally-b', 2)]);
    await reaches('tally-a', 60);
    await reaches('tally-b', 40);
    expect(await world.rows('second_tally')).toEqual(await world.rows());
  });

  it('tells what it parked, and a retry with better code takes the stream up again', async () => {
    const parked: string[] = [];
    await world.journal.append('tally-a', [added(1), event('Doubled'), event('Unheard')], 'none');
    start({ onParked: ({ view, stream, code }) => parked.push(`${view} ${stream} ${code}`) });
    await append('tally-b', 1);
    await reaches('tally-b', 1);
    expect(parked).toEqual(['second_tally tally-a unreadable-event', 'tally tally-a unreadable-event']);

    const target = { view: 'tally', stream: 'tally-a' };
    expect(await retryStream(options(), world.journal, target)).toMatchObject({ revision: 2 });
    const decode = (stored: StoredEvent) => ({ ...stored, type: 'Added', data: { by: 5 } }) as unknown as RecordedTally;
    const reader = { ...tallyReader, decode };
    expect(await retryStream(options({ reader }), world.journal, target)).toBeUndefined();
    expect(await total('tally-a')).toBe(15);
    expect((await world.views.parked()).map(({ view }) => view)).toEqual(['second_tally']);
    await append('tally-a', 1);
    await reaches('tally-a', 16);
    expect(await total('tally-a', 'second_tally')).toBe(2);
  });

  it('outlives the loss of its connections and repeats what was not committed', async () => {
    const faults: string[] = [];
    start({ onFault: ({ name }) => faults.push(name) });
    await append('tally-a', 10);
    await reaches('tally-a', 10);
    for (let i = 0; i < 5; i += 1) {
      await world.superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'mediation_service' AND datname = current_database()`,
      );
      await append('tally-a', 10);
    }
    await reaches('tally-a', 60);
  });

  it('says that it fails while the views are not there, and recovers when they are', async () => {
    await world.owner.query('ALTER TABLE views.projections RENAME TO hidden');
    const faults: unknown[] = [];
    const projector = start({ onFault: (error) => faults.push(error) });
    await eventually('it fails', () => (faults.length > 0 ? true : undefined));
    expect(projector.status()).toMatchObject({ state: 'failing', fault: '42P01' });
    await world.owner.query('ALTER TABLE views.hidden RENAME TO projections');
    await append('tally-a', 1);
    await reaches('tally-a', 1);
    expect(projector.status()).toMatchObject({ state: 'following', fault: undefined });
  });

  it('follows from the oldest checkpoint when views differ, and passes over one of another version', async () => {
    await append('tally-a', 3);
    const first = start({ projections: [tally()] });
    await reaches('tally-a', 3);
    await first.close();
    const both = start({ projections: [tally({ version: 2 }), tally({ name: 'second_tally' })] });
    await reaches('tally-a', 3, 'second_tally');
    expect(both.status().stale).toEqual(['tally']);
    await append('tally-a', 3);
    await reaches('tally-a', 6, 'second_tally');
    expect(await total('tally-a')).toBe(3);
  });

  it('goes back when a view has been set back, and counts nothing twice', async () => {
    start();
    await append('tally-a', 3);
    await reaches('tally-a', 3, 'second_tally');
    await world.owner.query(
      `DELETE FROM views.tally_1; UPDATE views.projections SET checkpoint = NULL WHERE name = 'tally'`,
    );
    await append('tally-b', 1);
    await reaches('tally-a', 3);
    await reaches('tally-b', 1);
    expect(await world.rows('second_tally')).toEqual(await world.rows());
  });

  it('fails visibly at a checkpoint the store does not know, until the view is rebuilt', async () => {
    await append('tally-a', 3);
    await world.owner.query(`UPDATE views.projections SET checkpoint = '9.9.9' WHERE name = 'tally'`);
    const projector = start({ projections: [tally()] });
    await eventually('it fails', () => projector.status().fault ?? notYet(projector.status()));
    expect(projector.status()).toMatchObject({ state: 'failing', fault: 'unknown-position' });
    await rebuild({
      ownerUrl: world.database.ownerUrl,
      events: world.journal,
      projection: tally(),
      reader: tallyReader,
    });
    await eventually('it follows', () =>
      projector.status().state === 'following' ? true : notYet(projector.status()),
    );
    await append('tally-a', 1);
    await reaches('tally-a', 4);
  });

  it('parks what a row cannot be completed from, and leaves the row as it was', async () => {
    const strict = {
      ...tally(),
      derive: (row: object) => {
        if ((row as { total: number }).total > 5) throw new Error('too much');
        return row;
      },
    };
    start({ projections: [strict] });
    await append('tally-a', 5);
    await reaches('tally-a', 5);
    await append('tally-a', 1);
    await append('tally-b', 1);
    await reaches('tally-b', 1);
    expect(await total('tally-a')).toBe(5);
    expect((await world.views.parked()).map(({ stream, code }) => [stream, code])).toEqual([
      ['tally-a', 'row-underivable'],
    ]);
  });
});
