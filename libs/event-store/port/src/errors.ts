import type { CommandReceipt, ExpectedRevision } from './index';

/** Faults every adapter reports alike; `code` is stable and safe to log (no payload in any message). */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
}

export class WrongExpectedRevision extends EventStoreError {
  readonly code = 'wrong-expected-revision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The stream's last revision, or `none`. */
    readonly actual: number | 'none',
  ) {
    super(`stream ${stream}: expected revision ${expected}, found ${actual}`);
  }
}

export class ReceiptExists extends EventStoreError {
  readonly code = 'receipt-exists';
  constructor(readonly receipt: CommandReceipt) {
    super('a command with this key is already recorded');
  }
}

export class InvalidAppend extends EventStoreError {
  readonly code = 'invalid-append';
}

export class StoreUnavailable extends EventStoreError {
  readonly code = 'store-unavailable';
}

export class StoreClosed extends EventStoreError {
  readonly code = 'store-closed';
  constructor() {
    super('the event store is closed');
  }
}

export class UnknownPosition extends EventStoreError {
  readonly code = 'unknown-position';
}
