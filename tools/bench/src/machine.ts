import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { withClient, type BenchServer } from './bench-server';
import { spreadOf } from './spread';

const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'wal_compression',
  'shared_buffers',
  'max_wal_size',
  'checkpoint_timeout',
];

const GIB = 2 ** 30;
const FLUSHES = 200;

/** What one durable commit has to wait for at least: 8 KiB written and flushed, in milliseconds. */
const flushMs = (folder: string): number => {
  const file = openSync(join(folder, 'flush'), 'w');
  const page = Buffer.alloc(8_192);
  const times = Array.from({ length: FLUSHES }, () => {
    const startedAt = performance.now();
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  return spreadOf(times).median;
};

const postgres = (superuserUrl: string): Promise<{ version: string; settings: string }> =>
  withClient(superuserUrl, async (client) => {
    const version = await client.query<{ server_version: string }>('SHOW server_version');
    const { rows } = await client.query<{ name: string; value: string }>(
      'SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name',
      [SETTINGS],
    );
    const settings = rows.map(({ name, value }) => `${name} ${value}`).join(', ');
    return { version: version.rows[0]?.server_version ?? '?', settings };
  });

/** The machine as far as it explains the numbers. */
export const describeMachine = async ({ superuserUrl, dataDir }: BenchServer): Promise<readonly string[]> => {
  const { version, settings } = await postgres(superuserUrl);
  return [
    `日期 date: ${new Date().toISOString().slice(0, 10)}`,
    `处理器 CPU: ${cpus()[0]?.model.trim() ?? '?'}, ${availableParallelism()} 核 cores, shared by the client, the server and the load generator`,
    `内存 memory: ${(totalmem() / GIB).toFixed(0)} GiB`,
    `写盘 flush: ${flushMs(dataDir).toFixed(2)} ms for 8 KiB and fdatasync, median of ${FLUSHES}`,
    `系统 system: ${type()} ${release()}, Node.js ${process.versions.node}`,
    `PostgreSQL ${version}: ${settings}`,
  ];
};
