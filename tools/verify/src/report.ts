import { SingleBar } from 'cli-progress';
import type { ChangedColumn } from './differences';
import type { Finding, Place } from './findings';
import type { Verified } from './verify';

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  changed: '被改动 changed',
  missing: '缺失(被删除) missing: its row is gone',
  unrecorded: '事件库没有(被插入或未记录) the event store has nothing of it: inserted, or never recorded',
  unfollowing: '接不上哈希链(尚未转发) does not follow the chain; still to be relayed',
  unwitnessed: '次序没有见证 nothing to compare its order with',
  'store-broken': '事件库自身的链在此断开 the event store’s own chain breaks here',
};

const place = ({ stream, revision }: Place): string => `${stream} @ ${revision}`;

const columnText = ({ column, paths }: ChangedColumn): string => {
  if (paths === undefined) return column;
  return `${column}: ${paths.length === 0 ? '数字的写法 the spelling of a number' : paths.join(' ')}`;
};

const findingText = ({ kind, columns, foundAt, ...at }: Finding): string =>
  [
    `✗ ${place(at)}`,
    KINDS[kind],
    ...(columns.length > 0 ? [`列 column ${columns.map(columnText).join(', ')}`] : []),
    ...(foundAt ? [`现位于 now at ${place(foundAt)}`] : []),
  ].join(' · ');

const summary = ({ rows, streams, unrelayed, findings, digest }: Verified): string => {
  const result = findings.length === 0 ? '无异常 nothing is wrong' : `${findings.length} 处异常 findings`;
  return `核验 verified: ${rows} 行 rows, ${streams} 个流 streams, ${unrelayed} 行待转发 to be relayed · ${result} · sha256 ${digest}`;
};

/** Every finding on a line of its own, then what follows from them, then one line for all. */
export const reportText = (verified: Verified): string =>
  [
    ...verified.findings.map(findingText),
    ...verified.consequences.map((each) => `  ${place(each)} · 受其牵连,接不上 no longer follows because of the above`),
    summary(verified),
  ].join('\n');

export interface ProgressBar {
  show(rows: number): void;
  stop(): void;
}

/** Drawn on a terminal only; in a log it would be noise. */
export const progressBar = (total: number): ProgressBar => {
  if (process.stderr.isTTY !== true) return { show: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: '[{bar}] {percentage}% | {value} 行 rows', hideCursor: true });
  bar.start(total, 0);
  return { show: (rows) => bar.update(Math.min(rows, total)), stop: () => bar.stop() };
};
