import { covers, type BodyCode, type DivisionCode } from '@mediation/kernel';
import type { DataSource } from 'typeorm';
import { BodyEntity } from './body.entity';
import { withDataSource } from './data-source';
import type { BodyFilter, Directory, DirectoryBody, Division, Mediator } from './directory.port';
import { DivisionEntity } from './division.entity';
import { MediatorEntity } from './mediator.entity';

interface Snapshot {
  readonly divisions: ReadonlyMap<DivisionCode, Division>;
  readonly bodies: ReadonlyMap<BodyCode, DirectoryBody>;
  readonly mediators: ReadonlyMap<string, Mediator>;
  readonly byBody: ReadonlyMap<BodyCode, readonly Mediator[]>;
  readonly rosters: ReadonlyMap<BodyCode, ReadonlySet<string>>;
}

const indexed = <Row, Key>(rows: readonly Row[], key: (row: Row) => Key): ReadonlyMap<Key, Row> =>
  new Map(rows.map((row) => [key(row), row]));

const grouped = (mediators: readonly Mediator[]): ReadonlyMap<BodyCode, readonly Mediator[]> => {
  const groups = new Map<BodyCode, Mediator[]>();
  for (const mediator of mediators) {
    const group = groups.get(mediator.body);
    if (group === undefined) groups.set(mediator.body, [mediator]);
    else group.push(mediator);
  }
  return groups;
};

const rostersOf = (mediators: readonly Mediator[]): ReadonlyMap<BodyCode, ReadonlySet<string>> => {
  const rosters = new Map<BodyCode, Set<string>>();
  for (const { id, courtRosters } of mediators)
    for (const court of courtRosters) rosters.set(court, (rosters.get(court) ?? new Set()).add(id));
  return rosters;
};

/** Sorted here and not by the database, whose collation may pass over dashes. */
const by =
  <Row>(key: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    key(a) < key(b) ? -1 : 1;

/** One snapshot of the three tables, so that no mediator is seen without the body. */
const read = (source: DataSource): Promise<Snapshot> =>
  source.transaction('REPEATABLE READ', async (manager) => {
    const divisions = (await manager.find(DivisionEntity)).sort(by(({ code }) => code));
    const bodies = (await manager.find(BodyEntity)).sort(by(({ code }) => code));
    const mediators = (await manager.find(MediatorEntity))
      .map((row): Mediator => ({ ...row }))
      .sort(by(({ id, isChair }) => `${isChair ? 0 : 1}${id}`));
    return {
      divisions: indexed(
        divisions.map((row): Division => ({ ...row, parent: row.parent ?? undefined })),
        ({ code }) => code,
      ),
      bodies: indexed(
        bodies.map((row): DirectoryBody => ({ ...row, parent: row.parent ?? undefined })),
        ({ code }) => code,
      ),
      mediators: indexed(mediators, ({ id }) => id),
      byBody: grouped(mediators),
      rosters: rostersOf(mediators),
    };
  });

const matches = ({ kind, tier, within }: BodyFilter, body: DirectoryBody): boolean =>
  (kind === undefined || body.kind === kind) &&
  (tier === undefined || body.tier === tier) &&
  (within === undefined || covers(within, body.division));

/** @param source connected and with DIRECTORY_ENTITIES, or the URL of a database, to which no connection is kept. */
export const loadDirectory = async (source: DataSource | string): Promise<Directory> => {
  let snapshot = await withDataSource(source, read);
  return {
    body: (code) => snapshot.bodies.get(code),
    bodies: (filter = {}) => [...snapshot.bodies.values()].filter((body) => matches(filter, body)),
    mediators: (body) => snapshot.byBody.get(body) ?? [],
    mediator: (id) => snapshot.mediators.get(id),
    courtRosters: () => snapshot.rosters,
    division: (code) => snapshot.divisions.get(code),
    divisions: () => [...snapshot.divisions.values()],
    reload: async () => {
      snapshot = await withDataSource(source, read);
    },
  };
};
