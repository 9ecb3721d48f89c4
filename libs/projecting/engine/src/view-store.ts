import type { Position, StoredEvent } from '@mediation/event-store/port';

/** A view's live generation, locked for the transaction that read it. */
export interface LockedView {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  /** The last position whose effect is in the rows; undefined before the first. */
  readonly checkpoint: Position | undefined;
  /** Those of the streams asked for that are parked in this view. */
  readonly parked: ReadonlySet<string>;
}

/** An event that a view could not take in: its stream waits, as it was before that event. Holds no payload. */
export interface ParkedStream {
  readonly view: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  readonly code: string;
}

export type Rows = ReadonlyMap<string, object>;
/** Key → the row as it is now, or undefined when it is no more. */
export type RowChanges = ReadonlyMap<string, object | undefined>;

/** Rows, parked streams and checkpoints change together or not at all. Calls may be made without waiting; they run in their order. */
export interface ViewTransaction {
  /**
   * Locks the live generations until the transaction ends: whoever else locks one of them waits, and then sees what this one did.
   * @throws ViewUnknown for a name that no migration has made.
   */
  lock(views: readonly string[], streams: readonly string[]): Promise<readonly LockedView[]>;
  load(view: LockedView, keys: readonly string[]): Promise<Rows>;
  /** @throws RowRefused when the database cannot hold a row; the transaction is lost then. */
  save(view: LockedView, changes: RowChanges): Promise<void>;
  park(view: LockedView, parked: readonly ParkedStream[]): Promise<void>;
  unpark(view: LockedView, stream: string): Promise<void>;
  reach(views: readonly LockedView[], position: Position): Promise<void>;
}

export interface ViewStatus {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly state: 'live' | 'building';
  readonly checkpoint: Position | undefined;
  readonly updatedAt: string;
  readonly parked: number;
}

export interface ViewStore {
  /** Runs the work in one transaction; commits when it resolves, rolls back when it throws. */
  transact<T>(work: (transaction: ViewTransaction) => Promise<T>): Promise<T>;
  statuses(): Promise<readonly ViewStatus[]>;
  parked(): Promise<readonly (ParkedStream & { readonly parkedAt: string })[]>;
}

export abstract class ProjectingError extends Error {
  abstract readonly code: string;
}

export class ViewUnknown extends ProjectingError {
  readonly code = 'view-unknown';
  constructor(readonly views: readonly string[]) {
    super(`no such view in the database: ${views.join(', ')}; has it been migrated?`);
  }
}

/** The message says the view and the database's code, never a value. */
export class RowRefused extends ProjectingError {
  readonly code = 'row-refused';
  constructor(
    readonly view: string,
    readonly reason: string,
  ) {
    super(`view ${view}: the database refused a row (${reason})`);
  }
}

/** The view has not reached the position before this batch: applying it would leave a gap. */
export class ViewBehind extends ProjectingError {
  readonly code = 'view-behind';
  constructor(readonly view: string) {
    super(`view ${view} has not reached the events before these`);
  }
}

export const parkedAt = (view: string, stored: StoredEvent, code: string): ParkedStream => ({
  view,
  stream: stored.stream,
  revision: stored.revision,
  position: stored.position,
  eventId: stored.id,
  type: stored.type,
  code,
});
