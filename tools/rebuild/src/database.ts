import type { DatabaseUrls } from '@infra/migrations';
import { localDatabase, type LocalDatabaseName } from '@tools/local-database';
import { UsageError } from './usage';

const notRunning = (): UsageError =>
  new UsageError(
    '没有找到运行中的系统;请先 npm start,再在另一个终端运行本命令(或设置 DATABASE_URL 与 DATABASE_OWNER_URL)',
    'no running system found; run npm start first and this in another terminal (or set DATABASE_URL and DATABASE_OWNER_URL)',
  );

/** Where the views are, and what they are made of. */
export interface Views extends DatabaseUrls {
  readonly eventStoreUrl: string;
}

/**
 * The PostgreSQL named in the environment, else the one that `npm start` or `npm run network` runs on the data folder; the events
 * are those of EVENT_STORE_URL, else of the same database. @throws UsageError
 */
export const findViews = (env: NodeJS.ProcessEnv, name: LocalDatabaseName): Views => {
  const { DATABASE_URL: serviceUrl = '', DATABASE_OWNER_URL: ownerUrl = '', EVENT_STORE_URL: events = '' } = env;
  const urls = serviceUrl !== '' && ownerUrl !== '' ? { serviceUrl, ownerUrl } : localDatabase(env, name);
  if (urls === undefined) throw notRunning();
  return { ...urls, eventStoreUrl: events === '' ? urls.serviceUrl : events };
};

/** What a person can put right about a database that does not answer; undefined for any other error. */
export const unreachable = (error: unknown): UsageError | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ECONNREFUSED') return notRunning();
  return code === '28P01' || code === '3D000'
    ? new UsageError(
        `数据库拒绝登录(${code});请检查 DATABASE_URL 与 DATABASE_OWNER_URL`,
        `the database refused the login (${code}); check DATABASE_URL and DATABASE_OWNER_URL`,
      )
    : undefined;
};
