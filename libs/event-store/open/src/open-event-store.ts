import { kurrentEventStore } from '@mediation/event-store/kurrentdb';
import type { EventStore } from '@mediation/event-store/port';
import { postgresJournal } from '@mediation/event-store/postgres';
import { StartError } from '@mediation/kernel';

export interface OpenEventStoreOptions {
  /** Shown by the server beside the connection. */
  readonly applicationName?: string;
}

type Open = (connectionString: string, options: OpenEventStoreOptions) => EventStore;

const openPostgres: Open = (connectionString, options) => postgresJournal({ connectionString, ...options });
const openKurrent: Open = (connectionString, options) => kurrentEventStore({ connectionString, ...options });

const BY_SCHEME: Readonly<Record<string, Open>> = {
  postgresql: openPostgres,
  postgres: openPostgres,
  kurrentdb: openKurrent,
  'kurrentdb+discover': openKurrent,
  esdb: openKurrent,
  'esdb+discover': openKurrent,
};

/** What an event store's URL may begin with. */
export const EVENT_STORE_SCHEMES: readonly string[] = Object.keys(BY_SCHEME);

/**
 * Opens the store that the URL's scheme names; it connects when it is first used.
 * @throws StartError for any other scheme; its text never shows the URL, which may hold a password.
 */
export const openEventStore = (url: string, options: OpenEventStoreOptions = {}): EventStore => {
  const scheme = /^([a-z+]+):\/\//.exec(url)?.[1] ?? '';
  const open = Object.hasOwn(BY_SCHEME, scheme) ? BY_SCHEME[scheme] : undefined;
  if (open !== undefined) return open(url, options);
  const known = EVENT_STORE_SCHEMES.map((each) => `${each}://`).join(', ');
  throw new StartError(
    `事件库的地址须以其中之一开头:${known}`,
    `the event store's URL must begin with one of: ${known}`,
  );
};
