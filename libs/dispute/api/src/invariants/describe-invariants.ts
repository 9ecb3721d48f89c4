import fc from 'fast-check';
import { run, schedules } from './schedule';
import { Tally } from './tally';

interface Crowd {
  readonly actors: readonly [min: number, max: number];
  /** How many commands each of them sends. */
  readonly commands: readonly [min: number, max: number];
}

const RUNS = 10_000;

const numberFrom = (name: string): number | undefined => {
  const text = process.env[name] ?? '';
  return text === '' ? undefined : Number(text);
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Random schedules on the real command runner; the seed is printed first, and FC_SEED repeats a run, FC_RUNS sets its size. */
export const describeInvariants = (name: string, { actors, commands }: Crowd): void => {
  describe(`invariants of a dispute under ${name}`, () => {
    it('hold after every append', async () => {
      const seed = numberFrom('FC_SEED') ?? Date.now() % 2 ** 31;
      const numRuns = numberFrom('FC_RUNS') ?? RUNS;
      const tally = new Tally();
      say(`不变量测试 ${name}: 种子 seed ${seed}, ${numRuns} 个排列 schedules (FC_SEED=${seed} 可重现 repeats it)`);
      const started = performance.now();
      await fc.assert(
        fc.asyncProperty(schedules(actors, commands), (schedule) => run(schedule, tally)),
        { seed, numRuns },
      );
      say(`${tally}\n用时 took ${Math.round((performance.now() - started) / 100) / 10} s`);
      // A run cut short is not asked to have been everywhere.
      if (numRuns >= RUNS) expect(tally.unreached()).toStrictEqual([]);
    }, 600_000);
  });
};
