import { contextOf, holds, projectionPool, readerOf, VIEW_NAMES, viewGroupOf } from '@apps/center-service';
import { timeLimits } from '@mediation/dispute/read-models';
import { openEventStore } from '@mediation/event-store/open';
import type { EventStore } from '@mediation/event-store/port';
import { retryStream } from '@mediation/projecting/engine';
import { rebuild } from '@mediation/projecting/postgres';
import { parseArgs } from 'node:util';
import type { Views } from './database';
import { printRebuilt, progressBar, say } from './report';
import { USAGE, UsageError, WATCHERS_VIEW } from './usage';

export interface Request {
  readonly views: readonly string[];
  readonly check: boolean;
  readonly stream: string | undefined;
  /** Of the network that runs on this machine, instead of the district's one process. */
  readonly network: boolean;
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        network: { type: 'boolean', default: false },
        stream: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, USAGE);
  }
};

/** @throws UsageError */
export const parseRequest = (args: readonly string[]): Request => {
  const { positionals, values } = parse(args);
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) throw new UsageError('请指明一个视图', `name one view\n${USAGE}`);
  if (name !== 'all' && ![...VIEW_NAMES, WATCHERS_VIEW].includes(name))
    throw new UsageError(`没有视图 ${name}`, `no such view\n${USAGE}`);
  if (values.stream !== undefined && values.check)
    throw new UsageError('--check 与 --stream 不能同用', `--check and --stream exclude each other\n${USAGE}`);
  const { check, stream, network } = values;
  return { views: name === 'all' ? VIEW_NAMES : [name], check, stream, network };
};

const retryOne = async (stream: string, views: readonly string[], at: Views, events: EventStore) => {
  const pool = projectionPool(at.serviceUrl);
  try {
    const results = [];
    for (const view of views) {
      const context = contextOf(view);
      if (context === undefined || !holds(context, stream)) continue;
      results.push({ view, parked: await retryStream(viewGroupOf(context, pool), events, { view, stream }) });
    }
    for (const { view, parked } of results) {
      if (parked === undefined) say(`${view}: 已恢复`, 'taken up again');
      else say(`${view}: 第 ${parked.revision} 号事件仍无法读入(${parked.code})`, `still parked at ${parked.revision}`);
    }
    return results.every(({ parked }) => parked === undefined);
  } finally {
    await pool.end();
  }
};

const rebuildOne = async (view: string, check: boolean, at: Views, events: EventStore): Promise<boolean> => {
  // The watcher's view is of disputes, like that one of the centre's.
  const context = contextOf(view === WATCHERS_VIEW ? 'disputes' : view)!;
  const projection = [...context.projections, timeLimits].find(({ name }) => name === view)!;
  const bar = progressBar(view);
  try {
    const onProgress = ({ events: done, share }: { events: number; share: number }) => bar.show(done, share);
    const rebuilt = await rebuild({
      ownerUrl: at.ownerUrl,
      events,
      projection,
      reader: readerOf(context),
      check,
      onProgress,
    });
    bar.stop();
    printRebuilt(rebuilt, check);
    return rebuilt.differences.length === 0;
  } finally {
    bar.stop();
  }
};

/** Answers whether everything was as it should be: nothing parked, or with `check` nothing different. */
export const run = async ({ views, check, stream }: Omit<Request, 'network'>, at: Views): Promise<boolean> => {
  const source = views.includes(WATCHERS_VIEW) ? at.serviceUrl : at.eventStoreUrl;
  const events = openEventStore(source, { applicationName: 'rebuild' });
  try {
    if (stream !== undefined) return await retryOne(stream, views, at, events);
    let same = true;
    for (const view of views) same = (await rebuildOne(view, check, at, events)) && same;
    return same || !check;
  } finally {
    await events.close();
  }
};
