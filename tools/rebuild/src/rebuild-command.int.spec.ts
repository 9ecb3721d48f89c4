import { randomUUID } from 'node:crypto';
import { Center, VIEW_NAMES } from '@apps/center-service';
import { loadDirectory } from '@mediation/directory';
import { disputeStream, type DisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { postgresJournal } from '@mediation/event-store/postgres';
import { createTestDatabase, describeWithPostgres, eventually, FixedClock } from '@mediation/testing';
import { Client } from 'pg';
import { parseRequest, run } from './rebuild-command';

describe('npm run rebuild', () => {
  it.each([
    ['nothing', [], /name one view/],
    ['an unknown view', ['boards'], /no such view/],
    ['two views', ['timeline', 'disputes'], /name one view/],
    ['an unknown option', ['all', '--force'], /usage/],
    ['check and stream', ['all', '--check', '--stream', 'dispute-1'], /exclude each other/],
  ])('says what to do about %s', (_, args, message) => expect(() => parseRequest(args)).toThrow(message));

  it('takes one view or all', () => {
    expect(parseRequest(['timeline', '--check'])).toEqual({
      views: ['timeline'],
      check: true,
      stream: undefined,
      network: false,
    });
    expect(parseRequest(['all', '--stream', 'dispute-1']).views).toEqual(VIEW_NAMES);
  });
});

describeWithPostgres('npm run rebuild on a database', () => {
  it('finds every view the same to the byte, says so by its answer, and finds what was changed', async () => {
    const database = await createTestDatabase();
    const journal = postgresJournal({ connectionString: database.appUrl });
    const center = await Center.open({
      webhooks: { allowPrivate: false },
      events: journal,
      databaseUrl: database.appUrl,
      clock: new FixedClock(),
      nameOfBody: () => undefined,
      divisions: () => [],
      directory: await loadDirectory(database.appUrl),
      console: { issuer: 'https://issuer.example', clientId: 'mediation-console', local: false },
    });
    center.start();
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      for (let i = 0; i < 30; i += 1) await journal.append(...stored(`${i}`));
      await eventually('the views have caught up', async () => {
        const [head, statuses] = [await journal.head(), await center.projecting.views.statuses()];
        return statuses.every(({ checkpoint }) => checkpoint === head) ? true : undefined;
      });
      const urls = { ownerUrl: database.ownerUrl, serviceUrl: database.appUrl, eventStoreUrl: database.appUrl };
      expect(await run(parseRequest(['all']), urls)).toBe(true);
      expect(await run(parseRequest(['all', '--check']), urls)).toBe(true);
      expect((await center.projecting.views.statuses()).map(({ generation }) => generation)).toEqual(
        VIEW_NAMES.map(() => 2),
      );
      await alter(database.ownerUrl, `UPDATE views.timeline_2 SET detail = '{}' WHERE revision = 0`);
      expect(await run(parseRequest(['timeline', '--check']), urls)).toBe(false);
      expect(await run(parseRequest(['timeline']), urls)).toBe(true);
      expect(await run(parseRequest(['time_limits']), urls)).toBe(true);
      expect(await run(parseRequest(['time_limits', '--check']), urls)).toBe(true);
      expect(await run(parseRequest(['all', '--stream', disputeStream('1')]), urls)).toBe(true);
      expect(await run(parseRequest(['all', '--check']), urls)).toBe(true);
    } finally {
      written.mockRestore();
      await center.close();
      await journal.close();
      await database.drop();
    }
  });
});

const alter = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
};

const story: readonly DisputeEvent[] = [
  {
    type: 'DisputeRegistered',
    data: {
      source: 'grid',
      disputeType: 'contract',
      custodian: '370402102001-committee',
      place: '370402102001',
      parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: false }],
      headcount: 1,
      amountFen: 5,
      registeredAt: '2025-03-01T09:00:00.123+08:00',
      personal: { p1: { name: '"甲"\\某\n' } },
    },
  },
  { type: 'RoutesTold', data: { routes: ['litigation'] } },
  { type: 'DisputeLinked', data: { to: '0195c3a0-0000-7000-8000-000000000001', relation: 'related', personal: {} } },
];

const stored = (id: string) => {
  const at = '2025-03-01T09:00:00.123456+08:00';
  const actor = { sub: 'u1', org: '370402102001-committee', roles: ['mediator'] };
  const metadata = { occurredAt: at, recordedAt: at, actor, commandId: 'c', command: 'Test', rules: 'test' };
  const events = story.map((event) => ({ id: randomUUID(), metadata, ...disputeCodec.encode(event) }));
  return [disputeStream(id), events, 'none'] as const;
};
