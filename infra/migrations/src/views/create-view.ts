/** What a migration's runner and a driver's connection have in common. */
export interface SqlRunner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface ViewShape {
  /** Column definitions; the key comes before them. */
  readonly columns: string;
  /** What follows CREATE INDEX ON <table>. */
  readonly indexes: readonly string[];
  /** The projection's version that fills it. Default 1. */
  readonly version?: number;
  /** How full pages are packed, in percent; what is left is for the next versions of their rows. Default 100. */
  readonly fillfactor?: number;
}

/**
 * A view's first generation, empty, and the SQL view of the same name that readers use, which a rebuild points at the next one.
 */
export const createView = async (
  runner: SqlRunner,
  name: string,
  { columns, indexes, fillfactor = 100, version = 1 }: ViewShape,
): Promise<void> => {
  const table = `views.${name}_1`;
  await runner.query(
    `CREATE TABLE ${table} (key text COLLATE "C" PRIMARY KEY,${columns}\n) WITH (fillfactor = ${fillfactor})`,
  );
  for (const index of indexes) await runner.query(`CREATE INDEX ON ${table} ${index}`);
  await runner.query(`CREATE VIEW views.${name} AS SELECT * FROM ${table}`);
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO mediation_app`);
  await runner.query(`GRANT SELECT ON views.${name} TO mediation_app`);
  await runner.query(`INSERT INTO views.projections (name, state, generation, version) VALUES ($1, 'live', 1, $2)`, [
    name,
    version,
  ]);
};

/** Whichever generation is live, and one that is being built beside it; those to come are made like them. */
export const indexEveryGeneration = async (runner: SqlRunner, view: string, index: string): Promise<void> => {
  await runner.query(`
    DO $$ DECLARE generation text; BEGIN
      FOR generation IN SELECT tablename FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '^${view}_[0-9]+$'
      LOOP EXECUTE format('CREATE INDEX ON views.%I ${index}', generation); END LOOP;
    END $$`);
};

/** Removes a view with every generation of it: what replaces it is filled from the first event on. */
export const dropView = async (runner: SqlRunner, name: string): Promise<void> => {
  await runner.query(`DROP VIEW views.${name}`);
  await runner.query(`
    DO $$ DECLARE generation text; BEGIN
      FOR generation IN SELECT tablename FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '^${name}_[0-9]+$'
      LOOP EXECUTE format('DROP TABLE views.%I', generation); END LOOP;
    END $$`);
  await runner.query('DELETE FROM views.parked WHERE view = $1', [name]);
  await runner.query('DELETE FROM views.projections WHERE name = $1', [name]);
};
