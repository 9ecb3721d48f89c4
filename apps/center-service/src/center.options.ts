import type { EventStore } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import type { NameOfBody } from './body-names';

export interface CenterOptions {
  /** The network's record, which the views are made of; the caller closes it, after the centre. */
  readonly events: EventStore;
  /** The services' login to the database of the views. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly nameOfBody: NameOfBody;
  /** Disputes registered so many days apart at most may be the same one; default 90. A local choice: no rule of law says it. */
  readonly duplicateWindowDays?: number | undefined;
}
