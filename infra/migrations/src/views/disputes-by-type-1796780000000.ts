import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexEveryGeneration } from './create-view';

/** A frequent word in disputes of a rare type is looked for in those of the type, the newest first (docs/bench.md). */
export class DisputesByType1796780000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await indexEveryGeneration(runner, 'disputes', '(dispute_type, registered_at, key)');
  }

  async down(): Promise<void> {
    // An older program does not need it, and it does it no harm.
  }
}
