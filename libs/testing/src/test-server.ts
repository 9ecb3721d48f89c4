import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, stopAbandonedPostgres } from '@mediation/embedded-postgres';

const PREFIX = 'mediation-test-';

export interface TestServer {
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/**
 * A real server of its own in a temporary folder. It writes and flushes like any other, except that fsync is off: a test's
 * data need not outlive a power cut.
 */
export const startTestServer = async (settings: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({
      dataDir,
      durable: false,
      settings: { max_connections: '200', shared_buffers: '128MB', ...settings },
    });
    return { superuserUrl: server.superuserUrl, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
};

/** Passwords of one test run; every process of the run must agree on them. */
export const newPassword = (): string => randomBytes(18).toString('base64url');

/** Servers of test runs that were killed; those of runs that are alive are left alone. */
export const removeAbandonedServers = async (): Promise<void> => {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const dataDir of folders.map((name) => join(tmpdir(), name))) {
    if (!existsSync(join(dataDir, 'cluster'))) continue;
    const isAbandoned = await stopAbandonedPostgres(dataDir).then(
      () => true,
      () => false,
    );
    if (isAbandoned) rmSync(dataDir, { recursive: true, force: true });
  }
};
