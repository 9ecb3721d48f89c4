import type { MigrationInterface, QueryRunner } from 'typeorm';

/** View → what its indexes are on. What is open is found by itself; the rest by the column it is sorted or counted by. */
const INDEXES: readonly (readonly [view: string, index: string])[] = [
  ['handoff_board', '(settled_on, offered_on)'],
  ['handoff_board', '(dispute) WHERE bounce >= 2'],
  ['disputes', '(place, registered_at)'],
  ['disputes', '(custodian, registered_at)'],
];

/** Whichever generation is live, and one that is being built beside it; those to come are made like them. */
const onEveryGeneration = (view: string, index: string): string => `
  DO $$ DECLARE generation text; BEGIN
    FOR generation IN SELECT tablename FROM pg_tables WHERE schemaname = 'views' AND tablename ~ '^${view}_[0-9]+$'
    LOOP EXECUTE format('CREATE INDEX ON views.%I ${index}', generation); END LOOP;
  END $$`;

/** At a million disputes the board, the worklists and the lists answer from an index (docs/bench.md). */
export class BusyViews1796730100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [view, index] of INDEXES) await runner.query(onEveryGeneration(view, index));
  }

  async down(): Promise<void> {
    // An older program does not need them, and they do it no harm.
  }
}
