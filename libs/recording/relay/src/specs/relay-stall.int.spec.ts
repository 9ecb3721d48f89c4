import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { Barrier, RecordedTopic } from './recorded-topic.fixture';
import { RelayBench } from './relay-bench.fixture';
import { RelayProcess } from './relay-process.fixture';

const TTL_MS = 1_000;

describeWithPostgres('a relay that stalls for longer than its lease', () => {
  let bench: RelayBench;
  let topic: RecordedTopic;

  beforeEach(async () => {
    bench = await RelayBench.start();
    topic = new RecordedTopic();
  });
  afterEach(() => bench.end());

  const complete = () =>
    eventually('all to be published', async () => {
      const [written, firsts] = [await bench.writtenIds(), topic.firstIds()];
      return firsts.length >= written.length || notYet(`${firsts.length} of ${written.length}`);
    });

  /** Appends all the while, until it is told to stop. */
  const keepAppending = () => {
    let stopped = false;
    const appending = (async () => {
      while (!stopped) await bench.append(20, 3);
    })();
    return () => {
      stopped = true;
      return appending;
    };
  };

  describe('as a process that is stopped', () => {
    let processes: RelayProcess[];

    beforeEach(() => {
      const options = { databaseUrl: bench.database.appUrl, ttlMs: TTL_MS };
      processes = ['a', 'b'].map((holder) => new RelayProcess(topic, holder, options));
    });
    afterEach(() => Promise.all(processes.map((each) => each.close())));

    const roles = async (): Promise<{ leader: RelayProcess; other: RelayProcess }> => {
      const leader = await Promise.any(processes.map((each) => each.leads().then(() => each)));
      return { leader, other: processes.find((each) => each !== leader)! };
    };

    it('publishes nothing when it is continued, though its send is acknowledged and the next batch is at hand', async () => {
      let stopped: RelayProcess | undefined;
      for (const each of processes) {
        each.onTaken = () => {
          // The first of the two batches of its second page.
          if (each.batches !== 3 || stopped !== undefined) return;
          stopped = each;
          each.signal('SIGSTOP');
        };
      }
      await bench.append(20, 150);
      const stopAppending = keepAppending();
      const leader = await eventually('a third batch', () => stopped ?? notYet(topic.batches), { timeoutMs: 60_000 });
      const other = processes.find((each) => each !== leader)!;
      await other.leads();
      await eventually('the other to publish', () => other.batches >= 5 || notYet(other.batches));
      leader.signal('SIGCONT');
      await leader.standsBy();
      expect(leader.batches).toBe(3);
      const seen = other.batches;
      await eventually('the other to go on', () => other.batches >= seen + 5 || notYet(other.batches));
      await stopAppending();
      await complete();
      expect(topic.firstIds()).toEqual(await bench.writtenIds());
      // Its last batch was acknowledged, but the checkpoint no longer kept.
      expect(topic.log.length - topic.firstIds().length).toBeLessThanOrEqual(1_000);
    }, 90_000);

    it('publishes one batch at most, and nothing out of order, wherever it was stopped', async () => {
      await roles();
      const stopAppending = keepAppending();
      const late: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const { leader, other } = await roles();
        await delay(randomInt(0, 30)); // Anywhere between two sends.
        leader.signal('SIGSTOP');
        await other.leads();
        const before = leader.batches;
        leader.signal('SIGCONT');
        await leader.standsBy();
        late.push(leader.batches - before);
      }
      await stopAppending();
      await complete();
      expect(Math.max(...late)).toBeLessThanOrEqual(1);
      expect(topic.firstIds()).toEqual(await bench.writtenIds());
    }, 120_000);
  });

  describe('between its last look at the lease and the writing of its request', () => {
    /** The first relay hangs in a send that nothing has seen; the second has its lease. */
    const overtaken = async (barrier: Barrier, gate = async (): Promise<void> => undefined) => {
      await bench.append(20, 5);
      barrier.close();
      const first = bench.open({ producer: topic.producer('a', barrier.gate), ttlMs: TTL_MS });
      await eventually('a send', () => barrier.waiting > 0 || notYet('none'));
      await bench.append(20, 5);
      await bench.run(`UPDATE relay.leases SET term = term + 1, holder = 'nobody', expires_at = '-infinity'`);
      const second = bench.open({ producer: topic.producer('b', gate), ttlMs: TTL_MS });
      await eventually('the second to lead', () => second.relay.status().leading || notYet(first.events));
      await eventually('the first to know', () => !first.relay.status().leading || notYet('leading'));
      return { first, second };
    };

    it('repeats what its successor has published already', async () => {
      const barrier = new Barrier();
      await overtaken(barrier);
      await complete();
      barrier.open();
      await eventually('the late batch', () => topic.log.at(-1)?.by === 'a' || notYet(topic.log.length));
      const ids = await bench.writtenIds();
      expect(topic.ids()).toEqual([...ids, ...ids.slice(0, 100)]);
    });

    it('publishes what its successor would have published next, which then repeats it', async () => {
      const [early, late] = [new Barrier(), new Barrier()];
      late.close();
      const { first } = await overtaken(early, late.gate);
      await eventually('a send of the second', () => late.waiting > 0 || notYet('none'));
      early.open();
      await eventually('the first to stand by', () => first.events.at(-1)?.type === 'standby' || notYet(first.events));
      late.open();
      await complete();
      const ids = await bench.writtenIds();
      expect(topic.ids()).toEqual([...ids.slice(0, 100), ...ids]);
    });
  });
});
