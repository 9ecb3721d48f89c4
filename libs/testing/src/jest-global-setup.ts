import { randomBytes } from 'node:crypto';
import { setUpKafka } from './kafka-setup';
import { dropDatabasesOf } from './test-database';
import { publishTestRun, requireTestRun } from './test-run';
import { newPassword, removeAbandonedServers, startTestServer } from './test-server';

declare global {
  /** How to end the run's servers; the set-up and the tear-down share a process. */
  var endTestServers: (() => Promise<void>) | undefined;
}

const announce = (superuserUrl: string): void =>
  publishTestRun({
    superuserUrl,
    ownerPassword: newPassword(),
    servicePassword: newPassword(),
    id: randomBytes(4).toString('hex'),
  });

/** Jest ends on a signal without its tear-down, which would leave the servers running. */
const stopOnSignals = (stop: () => Promise<void>): void => {
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(signal, () => void stop().finally(() => process.exit(128 + number)));
  }
};

/** One server for the whole run: the one named in TEST_POSTGRES_URL (a superuser's), or an embedded one. */
const setUpPostgres = async (): Promise<() => Promise<void>> => {
  const given = process.env['TEST_POSTGRES_URL'] ?? '';
  if (given !== '') {
    announce(given);
    return () => dropDatabasesOf(requireTestRun());
  }
  try {
    await removeAbandonedServers();
    const server = await startTestServer();
    announce(server.superuserUrl);
    return () => server.stop();
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    console.warn(
      `\n没有数据库服务器,需要它的测试将被跳过 · no database server, tests that need one are skipped: ${String(error)}`,
    );
    return () => Promise.resolve();
  }
};

/** The servers of the run. One that cannot be had is said so; with CI=true the run ends there. */
export default async function setUp(): Promise<void> {
  const endPostgres = await setUpPostgres();
  globalThis.endTestServers = endPostgres;
  const endKafka = await setUpKafka();
  globalThis.endTestServers = async () => {
    await Promise.all([endPostgres(), endKafka()]);
  };
  stopOnSignals(globalThis.endTestServers);
}
