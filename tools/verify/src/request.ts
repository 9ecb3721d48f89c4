import { StartError } from '@mediation/kernel';
import { localDatabase } from '@tools/local-database';
import { parseArgs } from 'node:util';

export const USAGE = `用法 usage:
  npm run verify [-- --source /journals/<区划 district>] [--json]

  逐行核对日志:哈希链、事件库中的同一事件、记录端所记的次序;只读,可在运行中执行
  walks the journal row by row: the hash chain, the same event in the event store, its order as the recorder saw it;
  read-only, beside a running system

  DATABASE_URL          日志所在库 the journal's database
  EVENT_STORE_URL       事件库 the event store
  NETWORK_DATABASE_URL  记录端所在库;未设时为事件库(PostgreSQL) the recorder's database; else the event store, if PostgreSQL
  DISTRICT 或 --source  日志的来源;只有一个来源时不必 the journal's source; not needed when there is but one
  未设时取自 DATA_DIR(默认 .data) else those of DATA_DIR (default .data)
  退出码 exit codes: 0 无异常 nothing is wrong · 1 有异常或无法核对 something is, or it cannot be checked · 2 用法有误 wrong usage`;

/** The command line cannot be understood. */
export class UsageError extends StartError {
  constructor(zh: string, en: string) {
    super(zh, `${en}\n${USAGE}`);
  }
}

export interface Request {
  readonly journalUrl: string;
  readonly eventStoreUrl: string;
  readonly witnessUrl: string;
  /** Undefined: the only one there is. */
  readonly source: string | undefined;
  readonly json: boolean;
}

const parse = (args: readonly string[]) => {
  try {
    const options = { source: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError('参数有误', (error as Error).message);
  }
};

const inDatabase = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
};

const requirePlace = (name: string, ...candidates: readonly (string | undefined)[]): string => {
  const found = candidates.find((candidate) => candidate !== undefined && candidate !== '');
  if (found !== undefined) return found;
  throw new StartError(`请设置 ${name}`, `no running system was found; set ${name}`);
};

const ofPostgres = (url: string): string | undefined => (/^postgres(ql)?:/.test(url) ? url : undefined);

/** @throws UsageError, StartError for a database that is not named anywhere */
export const parseRequest = (args: readonly string[], env: NodeJS.ProcessEnv): Request => {
  const { source, json } = parse(args);
  const local = localDatabase(env)?.serviceUrl;
  const localNetwork = local && inDatabase(local, 'network');
  const eventStoreUrl = requirePlace('EVENT_STORE_URL', env['EVENT_STORE_URL'], localNetwork);
  return {
    journalUrl: requirePlace('DATABASE_URL', env['DATABASE_URL'], local),
    eventStoreUrl,
    witnessUrl: requirePlace(
      'NETWORK_DATABASE_URL',
      env['NETWORK_DATABASE_URL'],
      ofPostgres(eventStoreUrl),
      localNetwork,
    ),
    source: source ?? (env['DISTRICT'] ? `/journals/${env['DISTRICT']}` : undefined),
    json,
  };
};
