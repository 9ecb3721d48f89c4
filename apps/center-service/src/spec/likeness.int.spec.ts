import { randomUUID } from 'node:crypto';
import { disputeStream, type DisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import { applyBatch } from '@mediation/projecting/engine';
import { createTestDatabase, describeWithPostgres } from '@mediation/testing';
import { contextOf, viewGroupOf } from '../views/contexts';
import { projectionPool } from '../views/projecting';
import { registered, VILLAGE } from './story';

const link = (to: string): DisputeEvent => ({
  type: 'DisputeLinked',
  data: { to, relation: 'duplicate', personal: {} },
});

describeWithPostgres('the view of likeness', () => {
  it('is the same when a batch is delivered twice, whole or in part', async () => {
    const database = await createTestDatabase();
    const pool = projectionPool(database.appUrl);
    const journal = inMemoryJournal();
    const at = '2025-03-01T09:00:00+08:00';
    const actor = { sub: 'u1', org: VILLAGE, roles: ['mediator'] };
    const metadata = { occurredAt: at, recordedAt: at, actor, commandId: 'c', command: 'Test', rules: 'test' };
    const record = (id: string, ...events: readonly DisputeEvent[]) =>
      journal.append(
        disputeStream(id),
        events.map((event) => ({ id: randomUUID(), metadata, ...disputeCodec.encode(event) })),
        'any',
      );
    try {
      await record('a', registered(), link('b'));
      await record('b', registered(), link('a'), link('c'));
      const group = viewGroupOf(contextOf('disputes')!, pool);
      const rows = async () => (await pool.query('SELECT * FROM views.likeness ORDER BY key')).rows as unknown;
      const events = await journal.readAll({ limit: 10 });
      await applyBatch(group, { events, after: undefined });
      const once = await rows();
      expect(once).toMatchObject([
        { key: 'a', links: { b: { relation: 'duplicate' } } },
        { key: 'b', links: { a: { relation: 'duplicate' }, c: { relation: 'duplicate' } } },
      ]);
      await applyBatch(group, { events, after: undefined });
      await applyBatch(group, { events: events.slice(2), after: events[1]!.position });
      expect(await rows()).toEqual(once);
    } finally {
      await pool.end();
      await journal.close();
      await database.drop();
    }
  });
});
