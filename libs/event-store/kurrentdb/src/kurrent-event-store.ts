import type { EventStore } from '@mediation/event-store/port';

export interface KurrentEventStoreOptions {
  /** `kurrentdb://` or `esdb://`, with `+discover` for a cluster; options as KurrentDB documents them. */
  readonly connectionString: string;
  /** Shown by the server beside the connection. Default `mediation`. */
  readonly applicationName?: string;
}

/** Opens a store; it connects at once, and again whenever the server comes back. */
export const kurrentEventStore = (_options: KurrentEventStoreOptions): EventStore => {
  throw new Error('the adapter for KurrentDB is being written');
};
