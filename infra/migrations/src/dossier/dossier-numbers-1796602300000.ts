import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept beside the journal: a backup holds both or neither, so no number is given out again that a file has already. */
const TABLES = `
CREATE SCHEMA dossier;

CREATE TABLE dossier.numbers (
  body         text COLLATE "C" NOT NULL,
  year         int  NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  serial       int  NOT NULL CHECK (serial > 0),
  dispute      uuid NOT NULL,
  allocated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT one_dispute_per_serial PRIMARY KEY (body, year, serial),
  CONSTRAINT one_serial_per_dispute UNIQUE (body, year, dispute)
);
`;

/**
 * The next serial of the body's register of that year, or the one that the dispute has there already. Those who ask at once wait for
 * one another, and each statement sees what was committed before it, so serials run on without a gap; a sequence would leave one
 * behind every transaction that fails. The journal takes its locks with the seeds 0 and 1.
 */
const ALLOCATE = `
CREATE FUNCTION dossier.allocate(its_body text, its_year int, its_dispute uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  given int;
BEGIN
  SELECT n.serial INTO given FROM dossier.numbers AS n
  WHERE n.body = its_body AND n.year = its_year AND n.dispute = its_dispute;
  IF FOUND THEN
    RETURN given;
  END IF;

  PERFORM pg_advisory_xact_lock(hashtextextended(format('%s/%s', its_body, its_year), 2));
  INSERT INTO dossier.numbers (body, year, serial, dispute)
  SELECT its_body, its_year, coalesce(max(n.serial), 0) + 1, its_dispute
  FROM dossier.numbers AS n WHERE n.body = its_body AND n.year = its_year
  ON CONFLICT (body, year, dispute) DO NOTHING
  RETURNING serial INTO given;
  IF given IS NULL THEN
    SELECT n.serial INTO given FROM dossier.numbers AS n
    WHERE n.body = its_body AND n.year = its_year AND n.dispute = its_dispute;
  END IF;
  RETURN given;
END $$;
`;

/** The application may read the register, and have a number set aside. Nothing else. */
const PRIVILEGES = `
REVOKE ALL ON SCHEMA dossier FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA dossier FROM PUBLIC;
GRANT USAGE ON SCHEMA dossier TO mediation_app;
GRANT SELECT ON ALL TABLES IN SCHEMA dossier TO mediation_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA dossier TO mediation_app;
`;

export class DossierNumbers1796602300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, ALLOCATE, PRIVILEGES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA dossier CASCADE');
  }
}
