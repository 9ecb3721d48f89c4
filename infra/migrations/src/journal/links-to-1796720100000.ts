import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who calls a dispute the same as his own: the word is in the other dispute's stream, and whether a case was paid under another registration
 * is decided on the journal, not on a view. Few events are links, so few entries are kept.
 */
export class LinksTo1796720100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX links_to ON journal.events ((data ->> 'to')) WHERE type = 'dispute.linked.v1'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal.links_to');
  }
}
