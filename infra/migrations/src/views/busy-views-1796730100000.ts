import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexEveryGeneration } from './create-view';

/** View → what its indexes are on. What is open is found by itself; the rest by the column it is sorted or counted by. */
const INDEXES: readonly (readonly [view: string, index: string])[] = [
  ['handoff_board', '(settled_on, offered_on)'],
  ['handoff_board', '(dispute) WHERE bounce >= 2'],
  ['disputes', '(place, registered_at)'],
  ['disputes', '(custodian, registered_at)'],
];

/** At a million disputes the board, the worklists and the lists answer from an index (docs/bench.md). */
export class BusyViews1796730100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [view, index] of INDEXES) await indexEveryGeneration(runner, view, index);
  }

  async down(): Promise<void> {
    // An older program does not need them, and they do it no harm.
  }
}
