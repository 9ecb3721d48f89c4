import type { Difference, Rebuilt } from '@mediation/projecting/postgres';
import { SingleBar } from 'cli-progress';

/** One line for the person at the terminal, Chinese first. */
export const say = (zh: string, en: string): void => {
  process.stdout.write(`${zh} · ${en}\n`);
};

export interface ProgressBar {
  show(events: number, share: number): void;
  stop(): void;
}

/** Drawn on a terminal only; in a log it would be noise. */
export const progressBar = (view: string): ProgressBar => {
  if (process.stderr.isTTY !== true) return { show: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: `${view} [{bar}] {percentage}% | {events} 个事件 events`, hideCursor: true });
  bar.start(100, 0, { events: 0 });
  let isStopped = false;
  return {
    show: (events, share) => bar.update(Math.floor(share * 100), { events }),
    stop: () => {
      if (!isStopped) bar.stop();
      isStopped = true;
    },
  };
};

const lineOf = ({ key, columns }: Difference): string => {
  if (columns === 'missing') return `  - ${key}  重建后没有 only in the live view`;
  if (columns === 'new') return `  + ${key}  重建后新增 only in the rebuilt view`;
  return `  ~ ${key}  ${columns.join(', ')}`;
};

export const printRebuilt = (rebuilt: Rebuilt, check: boolean): void => {
  const { view, events, before, after, differences, parked, generation } = rebuilt;
  say(
    `${view}: ${events} 个事件,${before.rows} → ${after.rows} 行`,
    `${events} events, ${before.rows} → ${after.rows} rows`,
  );
  if (differences.length === 0) say(`  逐字节一致 ${after.digest}`, 'the same to the byte');
  else say('  有差异(最多列 20 行)', 'differences (20 rows at most)');
  differences.forEach((difference) => process.stdout.write(`${lineOf(difference)}\n`));
  if (parked > 0) say(`  ${parked} 个流被搁置`, `${parked} streams parked`);
  if (!check) say(`  第 ${generation} 代已启用`, `generation ${generation} is live`);
};
