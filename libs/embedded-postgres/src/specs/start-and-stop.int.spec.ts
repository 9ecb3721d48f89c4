import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../index';
import { query } from './server.fixture';

describe('an embedded server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-embedded-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('keeps its data, its port and its password over a stop and a start', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second.superuserUrl).toBe(first.superuserUrl);
    expect(await query(second.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('is durable, speaks UTF-8 and listens on the loopback only', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const names = ['fsync', 'full_page_writes', 'listen_addresses', 'server_encoding', 'synchronous_commit'];
    const settings = await query(
      server.superuserUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('${names.join("','")}') ORDER BY name`,
    );
    await server.stop();
    expect(settings).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });
});
