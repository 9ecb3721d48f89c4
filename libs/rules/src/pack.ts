import type { Ground, Instant, PlainDate } from '@mediation/kernel';
import type { Clock, Occurrence } from './clock';
import type { ClockRule, Gate, HandoffKind, Holiday, Listed, MaterialRule, SubsidyRate } from './rule-pack.schema';
import type { Act, OccurrenceKind } from './vocabulary';

export type Identified<Entry> = Entry & { readonly id: string };

/** What a case is paid, and the rate that says so. */
export interface Subsidy {
  readonly amountFen: number;
  readonly rate: Identified<SubsidyRate>;
}

/** The law of a place at a date. */
export interface RulePack {
  /** The newest layer of each level, from the general to the special, e.g. `cn@2026-01-01+cn-37@2025-05-01`. */
  readonly id: string;
  /** At this many returns in a row the common superior centre decides. */
  readonly bounceLimit: number;
  readonly clocks: Readonly<Record<string, ClockRule>>;
  readonly gates: Readonly<Record<string, Gate>>;
  readonly materials: Readonly<Record<string, MaterialRule>>;
  readonly listed: Readonly<Record<string, Listed>>;
  readonly subsidies: Readonly<Record<string, SubsidyRate>>;
  readonly holidays: Readonly<Record<string, Holiday>>;
  /** The rules of the clocks that an occurrence starts in that situation, by id. */
  startedBy(what: OccurrenceKind, tags: readonly string[]): readonly Identified<ClockRule>[];
  /** The last day on which the receiver of an offer made on that day may answer. An issuer's own date takes precedence. */
  replyDueOn(kind: HandoffKind, offeredOn: PlainDate): PlainDate;
  /** The last day of mediation accepted on that day in that situation; undefined where no limit is known to apply. */
  mediationDueOn(tags: readonly string[], acceptedOn: PlainDate): PlainDate | undefined;
  /** Why the law forbids it in that situation; the first gate by id. Undefined: it does not. */
  gate(act: Act, tags: readonly string[]): Ground | undefined;
  /** What a file of that situation holds, in the order of the forms. */
  materialsFor(tags: readonly string[]): readonly Identified<MaterialRule>[];
  lists(list: Listed['list'], value: string): boolean;
  /** What a case of that situation is paid; undefined where the place has no rate for it. */
  subsidyFor(tags: readonly string[]): Subsidy | undefined;
  /** Each clock by the pack that its trigger was recorded under, which need not be this one. */
  clocksOf(occurrences: readonly Occurrence[], now: Instant): readonly Clock[];
}
