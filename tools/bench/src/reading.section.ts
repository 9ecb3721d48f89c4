import { postgresJournal } from '@mediation/event-store/postgres';
import { settle, withClient } from './bench-server';
import { measureCatchUp, type FilledJournal } from './catch-up';
import type { Bench, Finding, Section } from './finding';
import { fillJournal } from './journal-filler';
import { measureProjecting } from './projecting';

const fill = async (bench: Bench): Promise<FilledJournal> => {
  const urls = await bench.server.database('bench_reading');
  const journal = postgresJournal({ connectionString: urls.serviceUrl });
  const wanted = bench.scale.events;
  bench.say(`正在写入 ${wanted} 个事件的完整纠纷`, `appending whole disputes, ${wanted} events`);
  const events = await fillJournal(journal, wanted);
  await withClient(urls.ownerUrl, (client) => client.query('VACUUM ANALYZE journal.events'));
  await settle(bench.server.superuserUrl);
  return { ...urls, journal, events };
};

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const filled = await fill(bench);
  const findings = [await measureCatchUp(bench, filled), ...(await measureProjecting(bench, filled))];
  await filled.journal.close();
  return findings;
};

export const readingSection: Section = {
  name: 'reading',
  title: '追读与投影 Catch-up and projection',
  method:
    'Whole disputes (registered in a village, handed up, settled and closed in the township) go on side by side, 128 at a ' +
    'time. Catch-up: a subscription from the beginning, with its horizon, its pages and every event decoded, against ' +
    '`COPY journal.events TO STDOUT` of the same columns in whatever order the table has them, drained and not decoded. ' +
    'Projection: the projector, in batches of up to 2,000, from empty tables, with each view of disputes by itself and with all of ' +
    'them together as the program projects them, against the same catch-up read handing its events to nobody.',
  run,
};
