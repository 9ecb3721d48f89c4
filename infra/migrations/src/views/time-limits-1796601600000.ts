import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView } from './create-view';

/** When each dispute's next time limit runs out. Made of the journal, beside it, for the watcher alone. */
export const TIME_LIMITS = {
  columns: `
  next_lapse_at timestamptz,
  next_clock    text,
  state         jsonb NOT NULL`,
  indexes: ['(next_lapse_at, key) WHERE next_lapse_at IS NOT NULL'],
  fillfactor: 50,
};

export class TimeLimits1796601600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'time_limits', TIME_LIMITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW views.time_limits');
    await runner.query('DROP TABLE views.time_limits_1');
    await runner.query(`DELETE FROM views.projections WHERE name = 'time_limits'`);
  }
}
