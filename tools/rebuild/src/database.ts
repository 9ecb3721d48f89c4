import type { DatabaseUrls } from '@infra/migrations';
import { localDatabase } from '@tools/local-database';
import { UsageError } from './usage';

const notRunning = (): UsageError =>
  new UsageError(
    '没有找到运行中的系统;请先 npm start,再在另一个终端运行本命令(或设置 DATABASE_URL 与 DATABASE_OWNER_URL)',
    'no running system found; run npm start first and this in another terminal (or set DATABASE_URL and DATABASE_OWNER_URL)',
  );

/** The PostgreSQL named in the environment, else the one that `npm start` runs on the data folder. @throws UsageError */
export const findDatabase = (env: NodeJS.ProcessEnv): DatabaseUrls => {
  const { DATABASE_URL: serviceUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = env;
  if (serviceUrl !== '' && ownerUrl !== '') return { serviceUrl, ownerUrl };
  const local = localDatabase(env);
  if (local === undefined) throw notRunning();
  return local;
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
