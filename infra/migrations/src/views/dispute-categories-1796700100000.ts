import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';
import { DISPUTES } from './dispute-clocks-1796601700000';
import { TIME_LIMITS } from './time-limits-1796601600000';

/** The state that each row keeps has a fine code: both views begin empty and are filled from the first event on. */
export class DisputeCategories1796700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = `${DISPUTES.columns},\n  category            text NOT NULL`;
    await dropView(runner, 'disputes');
    await createView(runner, 'disputes', { ...DISPUTES, columns, version: 3 });
    await dropView(runner, 'time_limits');
    await createView(runner, 'time_limits', { ...TIME_LIMITS, version: 2 });
  }

  async down(): Promise<void> {
    throw new Error('the older views are made by the older program: restore a backup, or rebuild with it');
  }
}
