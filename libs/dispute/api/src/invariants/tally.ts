import type { Outcome } from '@mediation/command-runner';
import type { CustodyCause, DisputeEvent, DisputeRefusal, Phase } from '@mediation/dispute/domain';
import { STORED_NAMES } from '@mediation/dispute/stored-events';

const CAUSES: readonly CustodyCause[] = [
  'handoff-accepted',
  'directive',
  'directive-returned',
  'directive-withdrawn',
  'second-bounce',
  'accepted-elsewhere',
  'returned-to-court',
];

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

const add = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** What a run has reached, so that it cannot pass by doing nothing. */
export class Tally {
  schedules = 0;
  lostRaces = 0;
  private readonly outcomes = new Map<string, number>();
  private readonly refusals = new Map<string, number>();
  private readonly events = new Map<string, number>();
  private readonly causes = new Map<string, number>();
  private readonly phases = new Map<string, number>();

  outcome(outcome: Outcome<DisputeRefusal>): void {
    add(this.outcomes, outcome.kind === 'done' && outcome.replayed ? 'replayed' : outcome.kind);
    if (outcome.kind === 'refused') add(this.refusals, outcome.refusal);
  }

  event(event: DisputeEvent, phase: Phase): void {
    add(this.events, event.type);
    add(this.phases, phase);
    if (event.type === 'CustodyMoved') add(this.causes, event.data.cause);
  }

  /** Types of events, and causes of custody moving, that the run has never seen. */
  unreached(): readonly string[] {
    const types = Object.keys(STORED_NAMES).filter((type) => !this.events.has(type));
    return [...types, ...CAUSES.filter((cause) => !this.causes.has(cause))];
  }

  toString(): string {
    return [
      `排列 schedules ${this.schedules}, 争先失败 lost races ${this.lostRaces}`,
      `结果 outcomes: ${counted(this.outcomes)}`,
      `阶段 phases after an event: ${counted(this.phases)}`,
      `事件 events: ${counted(this.events)}`,
      `移送 causes of custody moving: ${counted(this.causes)}`,
      `拒绝 refusals: ${counted(this.refusals)}`,
    ].join('\n');
  }
}
