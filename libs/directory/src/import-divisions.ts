import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import { bodiesOf } from './body-template';
import { BodyEntity } from './body.entity';
import { withDataSource } from './data-source';
import { parseDivisionCsv } from './division-csv';
import { DivisionEntity } from './division.entity';
import { MediatorEntity } from './mediator.entity';
import { sampleMediators } from './sample-mediators';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportReport {
  readonly divisions: ImportCounts;
  readonly bodies: ImportCounts;
  readonly mediators: ImportCounts;
}

export interface ImportOptions {
  /** Gives every body that mediates made-up people. Default false. */
  readonly sampleMediators?: boolean;
}

/** PostgreSQL takes 65,535 parameters in a statement; the widest row here has seven. */
const ROWS_PER_STATEMENT = 2_000;

type Row = DivisionEntity | BodyEntity | MediatorEntity;

interface Table<R extends Row> {
  readonly entity: EntityTarget<R>;
  readonly key: keyof R & string;
}

const DIVISIONS: Table<DivisionEntity> = { entity: DivisionEntity, key: 'code' };
const BODIES: Table<BodyEntity> = { entity: BodyEntity, key: 'code' };
const MEDIATORS: Table<MediatorEntity> = { entity: MediatorEntity, key: 'id' };

/** Writes only what is new or different, in the order given, so that a parent precedes those that refer to it. */
const save = async <R extends Row>(manager: EntityManager, { entity, key }: Table<R>, rows: readonly R[]) => {
  const existing = new Map((await manager.find(entity)).map((row) => [row[key], row]));
  const added = rows.filter((row) => !existing.has(row[key]));
  const changed = rows.filter((row) => {
    const before = existing.get(row[key]);
    return before !== undefined && !isDeepStrictEqual({ ...before }, { ...row });
  });
  const writes = [...added, ...changed];
  for (let from = 0; from < writes.length; from += ROWS_PER_STATEMENT)
    await manager.upsert(entity as EntityTarget<Row>, writes.slice(from, from + ROWS_PER_STATEMENT), [key]);
  return { added: added.length, changed: changed.length, unchanged: rows.length - writes.length };
};

const rowsOf = (csv: string, options: ImportOptions) => {
  const divisions = parseDivisionCsv(csv);
  const bodies = divisions.flatMap((division) => bodiesOf(division).map((body) => ({ division, body })));
  const people = options.sampleMediators === true ? bodies : [];
  return {
    divisions: divisions.map((division): DivisionEntity => ({ ...division, parent: division.parent ?? null })),
    bodies: bodies.map(({ body }): BodyEntity => ({ ...body, parent: body.parent ?? null })),
    mediators: people
      .flatMap(({ body, division }) => sampleMediators(body, division))
      .map((mediator): MediatorEntity => ({
        ...mediator,
        specialties: [...mediator.specialties],
        courtRosters: [...mediator.courtRosters],
      })),
  };
};

/**
 * Brings the directory in line with a CSV of divisions: these divisions and the bodies each has by its tier. All of it or
 * nothing; a second time changes nothing. What the file does not name stays, since disputes may refer to it.
 * @throws DivisionCsvInvalid before anything is touched.
 */
export const importDivisions = async (
  source: DataSource | string,
  csv: string,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const rows = rowsOf(csv, options);
  return withDataSource(source, (connected) =>
    connected.transaction(async (manager) => {
      // Two imports at once would each take the other's new rows for missing ones.
      await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('mediation:directory-import', 0))");
      return {
        divisions: await save(manager, DIVISIONS, rows.divisions),
        bodies: await save(manager, BODIES, rows.bodies),
        mediators: await save(manager, MEDIATORS, rows.mediators),
      };
    }),
  );
};
