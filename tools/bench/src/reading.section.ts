import { measureCatchUp } from './catch-up';
import { fillDatabase } from './filled-journal';
import type { Bench, Finding, Section } from './finding';
import { measureProjecting } from './projecting';

const run = async (bench: Bench): Promise<readonly Finding[]> => {
  const filled = await fillDatabase(bench, 'bench_reading');
  const findings = [await measureCatchUp(bench, filled), ...(await measureProjecting(bench, filled))];
  await filled.journal.close();
  return findings;
};

export const readingSection: Section = {
  name: 'reading',
  title: '追读与重建视图 Catch-up and rebuild of the views',
  method:
    'Whole disputes (registered in a village, handed up, settled and closed in the township) go on side by side, 128 at a ' +
    'time. Catch-up: a subscription from the beginning, with its horizon, its pages and every event decoded, against ' +
    '`COPY journal.events TO STDOUT` of the same columns in whatever order the table has them, drained and not decoded. ' +
    'Rebuild: from the event store in PostgreSQL, whose table is the journal’s own, by the projector in batches of up to 2,000 and ' +
    'into empty tables: each view of disputes by itself, as in `npm run rebuild` before it compares, and all of them together as the centre ' +
    'projects them, against the same catch-up read handing its events to nobody.',
  run,
};
