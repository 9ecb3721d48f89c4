import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView } from './create-view';

/** What of a dispute is compared with others, and what people said of such pairs. Its people are marks, not names. */
const LIKENESS = {
  columns: `
  names  text[] NOT NULL,
  people jsonb NOT NULL,
  links  jsonb NOT NULL`,
  // Searched thousands of times in one query: each search would read the whole list of what is not yet in the index.
  indexes: ['USING gin (names) WITH (fastupdate = off)'],
};

/** Begins empty: the projector fills it from the first event on, while the views that are there skip what they have. */
export class Likeness1796083260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'likeness', LIKENESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW views.likeness');
    await runner.query('DROP TABLE views.likeness_1');
    await runner.query(`DELETE FROM views.projections WHERE name = 'likeness'`);
  }
}
