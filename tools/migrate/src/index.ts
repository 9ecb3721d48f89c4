import { bootstrapRoles, DatabaseIsNewer, migrate } from '@infra/migrations';
import { StartError } from '@mediation/kernel';
import { parseEnv, postgresUrl } from '@mediation/service';
import { z } from 'zod';

const USAGE = `用法 usage: npm run migrate
  DATABASE_OWNER_URL  库的所有者 the login that owns the database (mediation_owner)
  DATABASE_URL        服务的登录 the services' login (mediation_service)
  DATABASE_ADMIN_URL  可选:可建角色与库的登录,先建角色与库 optional: a login that may make roles and databases; both are made first`;

const schema = z.object({
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_URL: postgresUrl,
  DATABASE_ADMIN_URL: postgresUrl.optional(),
});

const loginOf = (key: string, text: string, user: string) => {
  const { username, password, pathname } = new URL(text);
  if (username !== user || password === '') {
    throw new StartError(`${key} 须以 ${user} 及其口令登录`, `${key} must log in as ${user}, with its password`);
  }
  return { password: decodeURIComponent(password), database: decodeURIComponent(pathname.slice(1)) };
};

const bootstrap = async (config: z.output<typeof schema>): Promise<void> => {
  if (config.DATABASE_ADMIN_URL === undefined) return;
  const owner = loginOf('DATABASE_OWNER_URL', config.DATABASE_OWNER_URL, 'mediation_owner');
  const service = loginOf('DATABASE_URL', config.DATABASE_URL, 'mediation_service');
  console.log(`建立角色与库 ${owner.database} · making roles and the database`);
  await bootstrapRoles({
    superuserUrl: config.DATABASE_ADMIN_URL,
    database: owner.database,
    ownerPassword: owner.password,
    servicePassword: service.password,
  });
};

const main = async (): Promise<void> => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) return console.log(USAGE);
  const config = parseEnv(schema, process.env);
  await bootstrap(config);
  const { applied } = await migrate({
    ownerUrl: config.DATABASE_OWNER_URL,
    onProgress: (pending) => console.log(`迁移 ${pending.length} 步 · ${pending.length} migrations to apply`),
  });
  console.log(applied.length === 0 ? '已是最新 · up to date' : `已完成 · applied: ${applied.join(', ')}`);
};

main().catch((error: unknown) => {
  if (error instanceof DatabaseIsNewer) console.error(`库比程序新,请升级程序 · ${error.message}`);
  else console.error(error instanceof StartError ? `${error.line}\n${USAGE}` : error);
  process.exitCode = 1;
});
