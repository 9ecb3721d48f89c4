import { postgresJournal } from '@mediation/event-store/postgres';
import { createTestDatabase, describeWithPostgres, type TestDatabase } from '@mediation/testing';
import { randomUUID } from 'node:crypto';
import { postgresDuplicateLinks } from './postgres-duplicate-links';

const METADATA = {
  occurredAt: '2025-06-10T09:15:00+08:00',
  recordedAt: '2025-06-10T01:16:00Z',
  actor: { sub: 'u1', org: '370402102001-committee', roles: [] },
  commandId: 'b3a1c1de-0000-4000-8000-000000000002',
  command: 'LinkDispute',
  rules: 'cn@2025-01-01',
};

describeWithPostgres('links between disputes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('are found from either side, in the order they were said, and nothing else is', async () => {
    const connectionString = database.appUrl;
    const journal = postgresJournal({ connectionString });
    const links = postgresDuplicateLinks({ connectionString });
    const [a, b, c, d] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
    const say = (from: string, type: string, data: Readonly<Record<string, string>>) =>
      journal.append(`dispute-${from}`, [{ id: randomUUID(), type, data, metadata: METADATA }], 'any');
    const link = (from: string, to: string, relation: string) => say(from, 'dispute.linked.v1', { to, relation });
    try {
      await say(a, 'dispute.triaged.v1', { channel: 'peoples', to: b, relation: 'duplicate' });
      await link(a, b, 'duplicate');
      await link(c, a, 'related');
      await link(c, d, 'duplicate');
      await link(b, a, 'distinct');
      expect(await links.about([a])).toStrictEqual([
        { from: a, to: b, relation: 'duplicate' },
        { from: c, to: a, relation: 'related' },
        { from: b, to: a, relation: 'distinct' },
      ]);
      expect(await links.about([d, b])).toHaveLength(3);
      expect(await links.about([randomUUID()])).toStrictEqual([]);
      expect(await links.about([])).toStrictEqual([]);
    } finally {
      await links.close();
      await journal.close();
    }
  });
});
