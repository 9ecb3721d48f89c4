import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { runningKafka, stopKafka } from '../index';
import { identityOf } from '../broker-processes';
import { findJava } from '../machine';
import { waitUntil } from '../wait';
import {
  createTopic,
  describeWhereKafkaRuns,
  hasExited,
  recordsIn,
  send,
  startElsewhere,
  startQuick,
  withDataDir,
} from './broker.fixture';

const GONE_LIMIT_MS = 20_000;

/** No shell on the path, so that nothing watches: as on a system that has none. */
const withoutShell = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: '/nowhere',
  JAVA_HOME: dirname(dirname(realpathSync(findJava() ?? ''))),
});

describeWhereKafkaRuns('what a process that ended badly leaves behind', () => {
  it('ends by itself, even after SIGKILL', () =>
    withDataDir(async (dataDir) => {
      const killed = await startElsewhere(dataDir, 'wait');
      killed.child.kill('SIGKILL');
      await hasExited(killed);
      expect(await waitUntil(() => runningKafka(dataDir) === undefined, GONE_LIMIT_MS)).toBe(true);
    }));

  it('is stopped by the next start where nothing watches, and nothing acknowledged is lost', () =>
    withDataDir(async (dataDir) => {
      const killed = await startElsewhere(dataDir, 'wait', withoutShell());
      await createTopic(killed.firstLine, 'kept');
      await send(killed.firstLine, 'kept');
      const orphan = runningKafka(dataDir)?.pid ?? 0;
      killed.child.kill('SIGKILL');
      await hasExited(killed);
      expect(identityOf(orphan)).toBeDefined();

      const steps: string[] = [];
      const next = await startQuick(dataDir, { onProgress: ({ en }) => steps.push(en) });
      expect(steps).toEqual(['stopped the Kafka process left from the last run']);
      expect(identityOf(orphan)).toBeUndefined();
      expect(await recordsIn(next.brokers, 'kept')).toBe('1');
      await next.stop();
    }));

  it('is left alone while its process lives', () =>
    withDataDir(async (dataDir) => {
      const first = await startQuick(dataDir);
      const refusal = `already running: process ${process.pid} uses the data folder`;
      const second = await startElsewhere(dataDir, 'wait');
      await hasExited(second);
      expect(second.firstLine).toContain(refusal);
      await expect(startQuick(dataDir)).rejects.toThrow(refusal);
      await expect(stopKafka(dataDir)).rejects.toThrow(refusal);
      expect(runningKafka(dataDir)?.pid).toBe(first.pid);
      await first.stop();
    }));

  it('goes on when it was told to, until it is stopped', () =>
    withDataDir(async (dataDir) => {
      await hasExited(await startElsewhere(dataDir, 'leave'));
      const { pid } = runningKafka(dataDir) ?? { pid: 0 };
      await expect(startQuick(dataDir)).rejects.toThrow(`process ${pid} uses the data folder`);
      expect(await stopKafka(dataDir)).toBe(true);
      expect(runningKafka(dataDir)).toBeUndefined();
      expect(await stopKafka(dataDir)).toBe(false);
    }));
});
