import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 特邀名册: the courts on whose rosters a mediator is. */
export class CourtRosters1796602200000 implements MigrationInterface {
  readonly name = 'CourtRosters1796602200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE directory.mediator ADD COLUMN court_rosters text[] NOT NULL DEFAULT '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory.mediator DROP COLUMN court_rosters');
  }
}
