import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@mediation/access';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { Clock } from '@mediation/kernel';
import { createTestDatabase } from '@mediation/testing';
import { parseConfig } from '../config';
import { startDatabase } from '../database';
import { openStandalone } from '../standalone';
import { deskAt, type Call } from '@tools/acceptance';
import { describedCall } from './described-call';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The whole system on a port of its own over a database of its own; by the machine's clock unless told otherwise. */
export const startSystem = async (clock?: Clock) => {
  const testDatabase = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-e2e-'));
  const port = await freePort();
  const config = parseConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: testDatabase.appUrl,
    DATABASE_OWNER_URL: testDatabase.ownerUrl,
    LOG_LEVEL: 'fatal',
    SAMPLE_YEAR: 'off',
  });
  const system = await openStandalone(config, await startDatabase(config), clock && { clock });
  system.watch();
  const journal = postgresJournal({ connectionString: testDatabase.appUrl });
  const baseUrl = `http://127.0.0.1:${port}`;
  const { issuer } = system;
  if (issuer === undefined) throw new Error('no local issuer');
  const token = (org: string, role: Role, ttlSeconds = 3_600) =>
    issuer.sign({ sub: `${role} of ${org}`, org, roles: [role], ttlSeconds });
  return {
    baseUrl,
    issuerUrl: issuer.issuer,
    issuerKeyFile: join(dataDir, 'issuer.json'),
    /** The journal itself, to see what a call has left in it. */
    journal,
    token,
    call: (path: string, call?: Call) => describedCall(`${baseUrl}${path}`, call),
    viewsWithinMs: 1_000,
    desk: async (org: string, role: Role) => deskAt(() => baseUrl, org, await token(org, role), describedCall),
    close: async () => {
      await system.close();
      await journal.close();
      await testDatabase.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type System = Awaited<ReturnType<typeof startSystem>>;
