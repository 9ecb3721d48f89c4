import { StartError } from '@mediation/kernel';
import { localDatabase } from '@tools/local-database';

/** Where the recorder's quarantine, the event store and, if it is to be looked into, the journal are. */
export interface Places {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly journalUrl: string | undefined;
}

const NETWORK = 'network';

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

const inDatabase = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
};

/** What the environment names, else what is kept in the data folder. @throws StartError */
export const findPlaces = (env: NodeJS.ProcessEnv): Places => {
  const [databaseUrl, eventStoreUrl] = [given(env['DATABASE_URL']), given(env['EVENT_STORE_URL'])];
  const journalUrl = given(env['JOURNAL_URL']);
  if (databaseUrl !== undefined && eventStoreUrl !== undefined) return { databaseUrl, eventStoreUrl, journalUrl };
  const local = localDatabase(env);
  if (local === undefined)
    throw new StartError(
      '没有找到记录端的数据库;请先启动,或设置 DATABASE_URL 与 EVENT_STORE_URL',
      "the recorder's database was not found; start the network first, or set DATABASE_URL and EVENT_STORE_URL",
    );
  const network = inDatabase(local.serviceUrl, NETWORK);
  return {
    databaseUrl: databaseUrl ?? network,
    eventStoreUrl: eventStoreUrl ?? network,
    journalUrl: journalUrl ?? local.serviceUrl,
  };
};
