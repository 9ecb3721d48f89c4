import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

const notRunning = (): UsageError =>
  new UsageError(
    '没有找到运行中的系统;请先 npm start,再在另一个终端运行本命令(或设置 DATABASE_URL 与 DATABASE_OWNER_URL)',
    'no running system found; run npm start first and this in another terminal (or set DATABASE_URL and DATABASE_OWNER_URL)',
  );

/** The PostgreSQL named in the environment, else the one that `npm start` runs on the data folder. @throws UsageError */
export const findDatabase = (env: NodeJS.ProcessEnv): DatabaseUrls => {
  const { DATABASE_URL: serviceUrl = '', DATABASE_OWNER_URL: ownerUrl = '', DATA_DIR: dataDir = '.data' } = env;
  if (serviceUrl !== '' && ownerUrl !== '') return { serviceUrl, ownerUrl };
  const [passwordsFile, portFile] = [join(dataDir, 'database-passwords.json'), join(dataDir, 'postgres', 'port')];
  if (!existsSync(passwordsFile) || !existsSync(portFile)) throw notRunning();
  const { owner, service } = JSON.parse(readFileSync(passwordsFile, 'utf8')) as { owner: string; service: string };
  const server = `127.0.0.1:${readFileSync(portFile, 'utf8').trim()}/mediation`;
  return {
    ownerUrl: `postgresql://mediation_owner:${owner}@${server}`,
    serviceUrl: `postgresql://mediation_service:${service}@${server}`,
  };
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
