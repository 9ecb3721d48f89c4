import type { DatabaseUrls } from '@infra/migrations';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { Journal } from '@mediation/event-store/port';
import { settle, withClient } from './bench-server';
import type { Bench } from './finding';
import { fillJournal } from './journal-filler';

/** What is in the journal, and how to reach it. */
export interface FilledJournal extends DatabaseUrls {
  readonly journal: Journal;
  readonly events: number;
}

/** A database of its own whose journal holds whole disputes, on disk and in the statistics. */
export const fillDatabase = async (bench: Bench, name: string): Promise<FilledJournal> => {
  const urls = await bench.server.database(name);
  const journal = postgresJournal({ connectionString: urls.serviceUrl });
  const wanted = bench.scale.events;
  bench.say(`正在写入 ${wanted} 个事件的完整纠纷`, `appending whole disputes, ${wanted} events`);
  const events = await fillJournal(journal, wanted);
  await withClient(urls.ownerUrl, (client) => client.query('VACUUM ANALYZE journal.events'));
  await settle(bench.server.superuserUrl);
  return { ...urls, journal, events };
};
