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
}
