import {
  disputeIdOf,
  evolve,
  initialDispute,
  lapsedAt,
  type DisputeEventType,
  type KnownDispute,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import { STORED_NAMES } from '@mediation/dispute/stored-events';
import type { Instant } from '@mediation/kernel';
import { projection, type Reducer } from '@mediation/projecting/engine';
import type { Clock } from '@mediation/rules';
import { openClocks, runs } from './open-clocks';

/** What the watcher of time limits needs of a dispute: it looks here, and the command it sends looks at the journal. */
export type TimeLimitRow = {
  state: KnownDispute;
  /** When the next limit of an open dispute runs out, and which. */
  next_lapse_at?: Instant | undefined;
  next_clock?: string | undefined;
};

const fold: Reducer<TimeLimitRow, RecordedDisputeEvent> = (row, event) => {
  const state = evolve(row?.state ?? initialDispute, event);
  return state.phase === 'absent' ? undefined : { state };
};

const byLapse = (a: Clock, b: Clock): number =>
  Date.parse(lapsedAt(a)) - Date.parse(lapsedAt(b)) || (a.id < b.id ? -1 : 1);

/** Whether it has run out by now is the watcher's to say. */
const nextLapse = (state: KnownDispute): Clock | undefined => openClocks(state).filter(runs).sort(byLapse)[0];

const everyEvent = Object.fromEntries(Object.keys(STORED_NAMES).map((type) => [type, fold])) as Readonly<
  Record<DisputeEventType, typeof fold>
>;

/** When each dispute's next time limit runs out: one row per dispute, for the watcher, kept beside the journal. */
export const timeLimits = projection<TimeLimitRow, RecordedDisputeEvent>()({
  name: 'time_limits',
  version: 2,
  key: ({ stream }) => disputeIdOf(stream),
  on: everyEvent,
  derive: ({ state }) => {
    const next = nextLapse(state);
    return { state, ...(next && { next_lapse_at: lapsedAt(next), next_clock: next.id }) };
  },
});
