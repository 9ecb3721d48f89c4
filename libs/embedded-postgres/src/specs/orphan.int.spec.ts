import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { startEmbeddedPostgres } from '../index';
import { isRunning } from '../process-table';
import { waitUntil } from '../wait';
import { hasExited, postmasterPid, postmasterPidFile, query, startElsewhere, withDataDir } from './server.fixture';

describe('what a process that ended badly leaves behind', () => {
  it('is stopped by the next start after SIGKILL, and nothing committed is lost', () =>
    withDataDir(async (dataDir) => {
      const killed = await startElsewhere(dataDir, 'wait');
      await query(killed.firstLine, 'CREATE TABLE kept AS SELECT 42 AS answer');
      const orphan = postmasterPid(dataDir);
      killed.child.kill('SIGKILL');
      await hasExited(killed);
      expect(isRunning(orphan)).toBe(true);

      const steps: string[] = [];
      const next = await startEmbeddedPostgres({ dataDir, onProgress: ({ en }) => steps.push(en) });
      expect(steps).toEqual(['stopped the database process left from the last run']);
      expect(isRunning(orphan)).toBe(false);
      expect(await query(next.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      await next.stop();
    }));

  it.each(['exit', 'crash'] as const)('stops by itself after %s', (then) =>
    withDataDir(async (dataDir) => {
      const ended = await startElsewhere(dataDir, then);
      await hasExited(ended);
      expect(await waitUntil(() => !existsSync(postmasterPidFile(dataDir)), 10_000)).toBe(true);
    }),
  );

  it('recovers from a server that was killed itself', () =>
    withDataDir(async (dataDir) => {
      const first = await startEmbeddedPostgres({ dataDir });
      await query(first.superuserUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
      process.kill(postmasterPid(dataDir), 'SIGKILL');
      expect((await first.died).line).toMatch(/^数据库停止了:.*the database ended: /);
      await first.stop();

      const next = await startEmbeddedPostgres({ dataDir });
      expect(await query(next.superuserUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      await next.stop();
    }));

  it('never touches another program that now has the pid of a stale file', () =>
    withDataDir(async (dataDir) => {
      await (await startEmbeddedPostgres({ dataDir })).stop();
      const bystander = await startElsewhere(`${dataDir}/bystander`, 'wait');
      const pid = postmasterPid(`${dataDir}/bystander`);
      const file = readFileSync(postmasterPidFile(`${dataDir}/bystander`), 'utf8');
      writeFileSync(postmasterPidFile(dataDir), file);

      const next = await startEmbeddedPostgres({ dataDir });
      expect(await query(next.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(isRunning(pid)).toBe(true);
      await next.stop();
      bystander.child.kill('SIGKILL');
      await hasExited(bystander);
      await (await startEmbeddedPostgres({ dataDir: `${dataDir}/bystander` })).stop();
    }));

  it('is left alone while its process lives', () =>
    withDataDir(async (dataDir) => {
      const first = await startEmbeddedPostgres({ dataDir });
      const second = await startElsewhere(dataDir, 'wait');
      await hasExited(second);
      expect(second.firstLine).toContain(`already running: process ${process.pid} uses the data folder`);
      await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('already running');
      expect(await query(first.superuserUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await first.stop();
    }));
});
