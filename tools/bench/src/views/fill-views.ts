import { disputeViews } from '@mediation/dispute/read-models';
import { StartError } from '@mediation/kernel';
import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withClient } from '../bench-server';
import { RowCopier, type Copy, type ViewColumn } from './copied-rows';
import { sampleRows, type SampleDispute } from './sample-rows';
import { corpusOf } from './vocabulary';

/** A dispute's timeline is read by its key alone, whatever else there is: twelve million rows would measure the disk. */
const VIEWS = disputeViews.map(({ name }) => name).filter((name) => name !== 'timeline');

export const DISTRICTS = ['370402', '370403', '370404', '370405', '370406', '370481'] as const;
const LAST_YEAR = 2025;
/** When the centre is asked: all of the disputes are there, and some of the last year's are open. */
export const TODAY = `${LAST_YEAR + 1}-01-02`;
const YEARS = 10;

const tableOf = (view: string): string => `views.${view}_1`;

/** @throws when a former filling did not end */
const requireIndexes = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ view: string }>(
    `SELECT view FROM unnest($1::text[]) AS view
     WHERE NOT EXISTS (SELECT FROM pg_index WHERE indrelid = format('views.%s_1', view)::regclass AND NOT indisprimary)`,
    [VIEWS],
  );
  const [first] = rows;
  if (first === undefined) return;
  throw new StartError(
    `上次填充没有完成(${first.view} 没有索引):请删除该目录后重来`,
    `the last filling was interrupted (${first.view} has no indexes): remove the folder and begin again`,
  );
};

/** Those of a fresh database, or those that a migration has begun anew since it was filled. */
const emptyViews = async (client: Client): Promise<readonly string[]> => {
  const empty: string[] = [];
  for (const view of VIEWS) {
    const { rows } = await client.query(`SELECT FROM ${tableOf(view)} LIMIT 1`);
    if (rows.length === 0) empty.push(view);
  }
  return empty;
};

const columnsOf = async (client: Client, views: readonly string[]) => {
  const columns = new Map<string, readonly ViewColumn[]>();
  for (const view of views) {
    const { rows } = await client.query<ViewColumn>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [tableOf(view)],
    );
    columns.set(view, rows);
  }
  return columns;
};

/** The definitions of a table's indexes but its key's, dropped until it is full. */
const dropIndexes = async (client: Client, view: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = $1::regclass AND NOT indisprimary`,
    [tableOf(view)],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
};

/** Ids in the order they are made. */
const idOf = (number: number): string => {
  const hex = number.toString(16).padStart(12, '0');
  return `0190${hex.slice(0, 4)}-${hex.slice(4, 8)}-7000-8000-${hex.slice(8)}00000000`;
};

/** Year after year, each with all that was closed, the last one also with what is still open. */
const plannedCopies = function* (samples: readonly SampleDispute[], total: number) {
  let number = 0;
  for (let year = LAST_YEAR - YEARS + 1; year <= LAST_YEAR; year += 1) {
    const ofYear = year === LAST_YEAR ? samples : samples.filter(({ isClosed }) => isClosed);
    const wanted = Math.round((total * (year - LAST_YEAR + YEARS)) / YEARS) - number;
    for (const [index, sample] of ofYear.entries()) {
      const times = Math.floor(((index + 1) * wanted) / ofYear.length) - Math.floor((index * wanted) / ofYear.length);
      const copies: Copy[] = Array.from({ length: times }, () => {
        number += 1;
        return { id: idOf(number), number, district: DISTRICTS[number % DISTRICTS.length]!, year };
      });
      yield { sample, copies };
    }
  }
};

const CHUNK = 4_000_000;

/** One COPY per view, side by side, each on a connection of its own. */
class Loading {
  private readonly waiting = new Map<string, string[]>();
  private size = 0;

  constructor(private readonly streams: ReadonlyMap<string, NodeJS.WritableStream>) {}

  async add(lines: ReadonlyMap<string, string>): Promise<void> {
    for (const [view, text] of lines) {
      const waiting = this.waiting.get(view) ?? [];
      waiting.push(text);
      this.size += text.length;
      this.waiting.set(view, waiting);
    }
    if (this.size >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    const full = [...this.waiting].map(async ([view, lines]) => {
      const stream = this.streams.get(view)!;
      if (!stream.write(lines.join(''))) await once(stream, 'drain');
    });
    this.waiting.clear();
    this.size = 0;
    await Promise.all(full);
  }
}

export interface Filling {
  readonly ownerUrl: string;
  readonly root: string;
  readonly disputes: number;
  readonly say: (zh: string, en: string) => void;
}

const copyAll = async ({ ownerUrl, root, disputes, say }: Filling, columns: Awaited<ReturnType<typeof columnsOf>>) => {
  const copier = new RowCopier(columns, corpusOf(root));
  const open = async (views: readonly string[], streams: ReadonlyMap<string, NodeJS.WritableStream>): Promise<void> => {
    const [view, ...others] = views;
    if (view !== undefined) {
      return withClient(ownerUrl, async (client) => {
        const stream = client.query(copyFrom(`COPY ${tableOf(view)} FROM STDIN`));
        await open(others, new Map([...streams, [view, stream]]));
        stream.end();
        await once(stream, 'finish');
      });
    }
    const loading = new Loading(streams);
    let done = 0;
    for (const { sample, copies } of plannedCopies(sampleRows(VIEWS), disputes)) {
      const copy = copier.copiesOf(sample);
      for (const each of copies) await loading.add(copy(each));
      const before = done;
      done += copies.length;
      if (Math.floor(before / 50_000) < Math.floor(done / 50_000)) say(`已生成 ${done} 件`, `${done} disputes made`);
    }
    await loading.flush();
  };
  await open([...columns.keys()], new Map());
};

/** Fills the views that are empty with copies of the sample year in other places, years and words. */
export const fillViews = (filling: Filling): Promise<void> =>
  withClient(filling.ownerUrl, async (client) => {
    await requireIndexes(client);
    const views = await emptyViews(client);
    const columns = await columnsOf(client, views);
    const indexes = new Map<string, readonly string[]>();
    for (const view of views) indexes.set(view, await dropIndexes(client, view));
    await copyAll(filling, columns);
    await client.query("SET maintenance_work_mem = '1GB'");
    for (const [view, definitions] of indexes) {
      filling.say(`正在为 ${view} 建索引`, `indexes of ${view}`);
      for (const definition of definitions) await client.query(definition);
      await client.query(`VACUUM ANALYZE ${tableOf(view)}`);
    }
  });
