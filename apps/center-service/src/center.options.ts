import type { Directory } from '@mediation/directory';
import type { EventStore } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import type { NameOfBody } from './body-names';
import type { Divisions } from './hot-spots/divisions';
import type { SenderSettings } from './webhooks/sender';

/** Where the console signs people in. */
export interface ConsoleSignIn {
  readonly issuer: string;
  readonly clientId: string;
  /** The issuer is this machine's own, where one chooses who one is. */
  readonly local: boolean;
}

export interface CenterOptions {
  /** The network's record, which the views are made of; the caller closes it, after the centre. */
  readonly events: EventStore;
  /** The services' login to the database of the views. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly nameOfBody: NameOfBody;
  /** Every division that the directory knows. */
  readonly divisions: Divisions;
  readonly console: ConsoleSignIn;
  readonly directory: Directory;
  /** How long a party's one-time code is good for; default 30 days. A local choice: no rule of law says it. */
  readonly partyCodeDays?: number | undefined;
  readonly webhooks: SenderSettings;
  /** Disputes registered so many days apart at most may be the same one; default 90. A local choice: no rule of law says it. */
  readonly duplicateWindowDays?: number | undefined;
}
