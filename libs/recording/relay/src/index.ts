import { JournalRelay } from './journal-relay';
import type { Relay, RelayOptions } from './relay';

/** Starts to compete for the journal's lease, and publishes its events while it has it. It never gives up until it is closed. */
export const openRelay = (options: RelayOptions): Relay => new JournalRelay(options);

export type { Relay, RelayEvent, RelayOptions, RelayStatus } from './relay';
export type { StoppedAt } from './publisher';
