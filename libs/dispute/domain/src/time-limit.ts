import { addDays, type Instant } from '@mediation/kernel';
import type { Clock } from '@mediation/rules';
import type { KnownDispute } from './dispute.state';
import type { Context } from './use-case';

/** The clock of that id as it stands now. */
export const findClock = ({ file }: KnownDispute, id: string, { rules, now }: Context): Clock | undefined =>
  rules.clocksOf(file.occurrences, now).find((clock) => clock.id === id);

/** The first moment after the last day. */
export const lapsedAt = ({ dueAt, dueOn }: Pick<Clock, 'dueAt' | 'dueOn'>): Instant =>
  dueAt ?? `${addDays(dueOn, 1)}T00:00:00+08:00`;
