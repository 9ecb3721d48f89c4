import type { Comparison } from './compare';
import type { BenchServer } from './bench-server';

export interface Verdict {
  /** What is judged, as it stands in the table. */
  readonly value: string;
  readonly target: string;
  readonly met: boolean;
}

/** One row of the table. */
export interface Finding {
  readonly what: string;
  /** What both sides are measured in. */
  readonly unit: string;
  readonly comparison: Comparison;
  readonly verdict?: Verdict;
  readonly note: string;
}

/** How much is measured; the quick scale only shows that everything runs. */
export interface Scale {
  readonly pairs: number;
  /** Length of one run under load. */
  readonly runMs: number;
  readonly warmUpMs: number;
  /** Length of one run of commands that come at a fixed rate. */
  readonly loadMs: number;
  /** Events that are read and projected. */
  readonly events: number;
  /** Events in the store at which the cost of an append is measured. */
  readonly sizes: readonly number[];
  /** Disputes in the views that are asked. */
  readonly disputes: number;
  /** Requests of each kind. */
  readonly requests: number;
}

export interface Bench {
  /** Of the workspace. */
  readonly root: string;
  readonly server: BenchServer;
  readonly scale: Scale;
  /** One line of progress, Chinese first. */
  readonly say: (zh: string, en: string) => void;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  /** How it was measured, for whoever reads the table. */
  readonly method: string;
  run(bench: Bench): Promise<readonly Finding[]>;
}

/** Of a ratio that should be at least so much. */
export const atLeast = (target: number, { ratio }: Comparison): Verdict => ({
  value: ratio.median.toFixed(2),
  target: `≥ ${target}`,
  met: ratio.median >= target,
});

/** Of milliseconds that should be at most so many, under a load that was held. */
export const atMost = (targetMs: number, { candidate }: Comparison, isHeld: boolean): Verdict => ({
  value: `${candidate.median.toFixed(0)} ms${isHeld ? '' : ', 速率未保持 rate not held'}`,
  target: `≤ ${targetMs.toLocaleString('en-US')} ms`,
  met: isHeld && candidate.median <= targetMs,
});
