import type { MigrationInterface, QueryRunner } from 'typeorm';

const kindIs = (check: string): string => `
  ALTER TABLE directory.body DROP CONSTRAINT body_kind_check, ADD CONSTRAINT body_kind_check CHECK (${check})`;

const BEFORE = `kind IN ('committee', 'judicial-office', 'center', 'pretrial-room', 'police', 'court', 'medical', 'brigade',
  'squad', 'petition-office', 'justice-bureau', 'agency', 'leading-group')`;

/** The procuratorate and the legal aid centre come into the directory. */
export class KindsOfBody1796602100000 implements MigrationInterface {
  readonly name = 'KindsOfBody1796602100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kindIs(`${BEFORE} OR kind IN ('procuratorate', 'legal-aid-center')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM directory.body WHERE kind IN ('procuratorate', 'legal-aid-center')`);
    await runner.query(kindIs(BEFORE));
  }
}
