import { bootstrapRoles, migrate, type DatabaseUrls } from '@infra/migrations';
import { startEmbeddedPostgres, stopAbandonedPostgres, type EmbeddedPostgres } from '@mediation/embedded-postgres';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Client } from 'pg';

export interface BenchServer {
  readonly dataDir: string;
  readonly superuserUrl: string;
  /** A database of its own for a section, migrated. */
  database(name: string): Promise<DatabaseUrls>;
  stop(): Promise<void>;
}

export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

type Say = (zh: string, en: string) => void;

const benchServer = ({ superuserUrl, stop }: EmbeddedPostgres, dataDir: string): BenchServer => {
  const [ownerPassword, servicePassword] = [randomBytes(18).toString('hex'), randomBytes(18).toString('hex')];
  return {
    dataDir,
    superuserUrl,
    database: async (database) => {
      const urls = await bootstrapRoles({ superuserUrl, database, ownerPassword, servicePassword });
      await migrate({ ownerUrl: urls.ownerUrl });
      return urls;
    },
    stop,
  };
};

/** On a folder that stays, with whatever a former run has left there; what is lost can be made again. */
export const startKeptServer = async (dataDir: string, say: Say): Promise<BenchServer> => {
  await stopAbandonedPostgres(dataDir);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, onProgress: ({ zh, en }) => say(zh, en) });
  return benchServer(server, dataDir);
};

/** A durable server with the settings of `npm start` on an empty folder, which goes when it stops. */
export const startBenchServer = async (dataDir: string, say: Say): Promise<BenchServer> => {
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  await stopAbandonedPostgres(dataDir);
  remove();
  const server = await startEmbeddedPostgres({ dataDir, onProgress: ({ zh, en }) => say(zh, en) });
  return { ...benchServer(server, dataDir), stop: () => server.stop().finally(remove) };
};

/** What was written is on disk and in the statistics; nothing of it is left to disturb what is measured next. */
export const settle = (superuserUrl: string): Promise<unknown> =>
  withClient(superuserUrl, (client) => client.query('CHECKPOINT'));
