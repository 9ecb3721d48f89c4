import type { Instant, PlainDate } from '@mediation/kernel';
import type { ExpiryEffect, OccurrenceKind, PauseReason } from './vocabulary';

/** Something that happened to a subject, as far as clocks care. Order of telling does not matter: late ones take their place. */
export interface Occurrence {
  readonly what: OccurrenceKind;
  /** When it happened. Days count from its date in Asia/Shanghai. */
  readonly at: Instant;
  /**
   * What it is about, e.g. `dispute`, `proceeding-1`, `handoff-h1`, `agreement-1`, `aid-1`. A clock starts and ends within one subject; an
   * occurrence of `dispute` ends clocks of every subject.
   */
  readonly subject: string;
  /** The situation (vocabulary: TAG_PREFIXES); a rule's `when` and `unless` are asked of a trigger's tags. */
  readonly tags?: readonly string[];
  /** Of `paused`: why. */
  readonly reason?: PauseReason | string;
  /** Of `extended` and `expired`: which clock. */
  readonly clock?: string;
  /** Of `expired`: the due date that had passed. */
  readonly dueOn?: PlainDate;
  /** A last day that whoever started it set, where the rule allows that; it takes the place of the reckoned one. */
  readonly until?: PlainDate;
  /** The id of the pack that the decision which recorded it was made under. */
  readonly rules: string;
}

export interface Pause {
  readonly reason: string;
  readonly from: PlainDate;
  /** The day it went on; undefined while it stands. */
  readonly to?: PlainDate;
}

export interface Extension {
  readonly on: PlainDate;
  readonly unit: string;
  readonly length: number;
}

export const CLOCK_STATES = [
  /** Runs; not yet due. */
  'running',
  'paused',
  /** What it waited for happened in time. */
  'met',
  /** … happened after the last day. */
  'met-late',
  /** The last day has passed and nobody has recorded it yet. */
  'due',
  /** The lapse is recorded. */
  'expired',
] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A clock as it stands. Derived; never stored. */
export interface Clock {
  /** `<rule id>/<subject>` and, from the second start of the same rule in that subject, `/<n>`. */
  readonly id: string;
  readonly rule: string;
  readonly subject: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly source: string;
  readonly article: string;
  readonly certainty: string;
  /** The pack it runs by: the one its trigger was recorded under. */
  readonly pack: string;
  readonly startedAt: Instant;
  readonly startsOn: PlainDate;
  /** The last day. While paused: as if it went on today. */
  readonly dueOn: PlainDate;
  /** For hours and minutes, the moment. */
  readonly dueAt?: Instant;
  /** The last day before it rolled to a working day. */
  readonly rollsFrom?: PlainDate;
  /** Reckoned over a year whose holidays are not published yet. */
  readonly provisional: boolean;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly state: ClockState;
  readonly expiry: ExpiryEffect;
  /** When it ended, by being met or by its recorded lapse. */
  readonly endedAt?: Instant;
  /** Days left from today's date to the last day; negative when it has passed; absent when it has ended. */
  readonly remaining?: { readonly days: number; readonly workingDays: number };
}
