/** What a migration's runner and a driver's connection have in common. */
export interface SqlRunner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface ViewShape {
  /** Column definitions; the key comes before them. */
  readonly columns: string;
  /** What follows CREATE INDEX ON <table>. */
  readonly indexes: readonly string[];
  /** How full pages are packed, in percent; what is left is for the next versions of their rows. Default 100. */
  readonly fillfactor?: number;
}

/**
 * A view's first generation, empty, and the SQL view of the same name that readers use, which a rebuild points at the next one.
 */
export const createView = async (
  runner: SqlRunner,
  name: string,
  { columns, indexes, fillfactor = 100 }: ViewShape,
): Promise<void> => {
  const table = `views.${name}_1`;
  await runner.query(
    `CREATE TABLE ${table} (key text COLLATE "C" PRIMARY KEY,${columns}\n) WITH (fillfactor = ${fillfactor})`,
  );
  for (const index of indexes) await runner.query(`CREATE INDEX ON ${table} ${index}`);
  await runner.query(`CREATE VIEW views.${name} AS SELECT * FROM ${table}`);
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO mediation_app`);
  await runner.query(`GRANT SELECT ON views.${name} TO mediation_app`);
  await runner.query(`INSERT INTO views.projections (name, state, generation, version) VALUES ($1, 'live', 1, 1)`, [
    name,
  ]);
};
