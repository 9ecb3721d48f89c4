import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A body is told at an address once. By a digest: an address may be longer than an index takes. */
export class OneWebhookAnAddress1796750100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE UNIQUE INDEX one_webhook_an_address ON webhooks.subscriptions (body, md5(url))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX webhooks.one_webhook_an_address');
  }
}
