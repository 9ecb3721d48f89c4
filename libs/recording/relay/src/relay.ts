import type { EventStore, Position } from '@mediation/event-store/port';
import type { Producer } from '@mediation/messaging/port';
import type { StoppedAt } from './publisher';

export interface RelayOptions {
  /** The journal to follow. It stays the caller's, to be closed after the relay. */
  readonly journal: EventStore;
  /** A login that is a member of `mediation_app`, to the journal's own database. */
  readonly databaseUrl: string;
  /** The caller's too, and used by nobody else. */
  readonly producer: Producer;
  /** The CloudEvents source, e.g. `/journals/370402`. */
  readonly source: string;
  /** Who this is, for people who look at the lease; need not be unique. No personal data. */
  readonly holder: string;
  /** How long a leader that has vanished is waited for. Default 10,000. */
  readonly ttlMs?: number;
  readonly onEvent?: (event: RelayEvent) => void;
}

export type RelayEvent =
  /** It leads from now on, from that position. */
  | { readonly type: 'leading'; readonly term: string; readonly position: Position | undefined }
  /** It led, and leads no longer. */
  | { readonly type: 'standby'; readonly term: string }
  /** The journal does not know the checkpoint, so everything is published again. */
  | { readonly type: 'restarted' }
  /** Something fails and is tried again, told once until it works or fails otherwise; with `stoppedAt` when the broker refuses that event. */
  | { readonly type: 'failing'; readonly code: string; readonly stoppedAt?: StoppedAt }
  | { readonly type: 'recovered' };

export interface RelayStatus {
  readonly leading: boolean;
  /** The journal's relay, whoever leads, has published everything up to here; at most a second or two old. */
  readonly position: Position | undefined;
  /** Events not yet published, exact up to 10,000 and an estimate above; undefined until they could be counted. */
  readonly lagEvents: number | undefined;
  /** Age of the oldest of them since it was recorded; 0 when there is none. */
  readonly lagSeconds: number | undefined;
  /** The event that the broker refuses, and that everything behind it waits for. */
  readonly stoppedAt?: StoppedAt;
}

/** Publishes a journal's events, or stands by while another process does. */
export interface Relay {
  status(): RelayStatus;
  /** Rejects with the fault while something fails and is tried again. A relay that stands by is well. */
  check(): Promise<void>;
  /** Finishes the send in flight, waiting at most three seconds for it, and lets another take over at once. Safe to call twice. */
  close(): Promise<void>;
}
