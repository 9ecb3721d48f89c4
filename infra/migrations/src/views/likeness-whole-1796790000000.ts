import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexEveryGeneration } from './create-view';

/** Possible duplicates are looked up by whole lists of names, too; a hash, because a list may be longer than a page of a tree takes. */
export class LikenessWhole1796790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await indexEveryGeneration(runner, 'likeness', 'USING hash (names)');
  }

  async down(): Promise<void> {
    // An older program does not need it, and it does it no harm.
  }
}
