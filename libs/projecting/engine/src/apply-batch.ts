import { comparePositions, type Position, type StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import type { Projection } from './projection';
import { deliver, keysOf, reduceBatch, type Delivery, type EventReader } from './reduce-batch';
import {
  parkedAt,
  RowRefused,
  ViewBehind,
  type LockedView,
  type ParkedStream,
  type ViewStore,
  type ViewTransaction,
} from './view-store';

/** Views that are projected together: one reading of the events, one transaction per batch, so that they always agree. */
export interface ViewGroup<Event extends Recorded<Message>> {
  readonly views: ViewStore;
  readonly projections: readonly Projection<object, Event>[];
  readonly reader: EventReader<Event>;
}

export interface Batch {
  /** Consecutive in the global order. */
  readonly events: readonly StoredEvent[];
  /** The position before the first of them; undefined at the beginning. */
  readonly after: Position | undefined;
}

export interface Applied {
  readonly parked: readonly ParkedStream[];
  /** Views whose live generation is of another version: untouched until they are rebuilt. */
  readonly stale: readonly string[];
}

export const isAfter = (position: Position, checkpoint: Position | undefined): boolean =>
  checkpoint === undefined || comparePositions(position, checkpoint) > 0;

const requireNoGap = (view: LockedView, after: Position | undefined): void => {
  if (after !== undefined && isAfter(after, view.checkpoint)) throw new ViewBehind(view.name);
};

export const applyToView = async <Event extends Recorded<Message>>(
  transaction: ViewTransaction,
  target: { readonly view: LockedView; readonly projection: Projection<object, Event> },
  deliveries: readonly Delivery<Event>[],
): Promise<readonly ParkedStream[]> => {
  const { view, projection } = target;
  const fresh = deliveries.filter(({ stored }) => isAfter(stored.position, view.checkpoint));
  const keys = keysOf(projection, fresh);
  const rows = keys.length > 0 ? await transaction.load(view, keys) : new Map<string, object>();
  const { changes, parked } = reduceBatch(projection, fresh, { rows, parked: view.parked });
  if (changes.size > 0) await transaction.save(view, changes);
  if (parked.length > 0) await transaction.park(view, parked);
  return parked;
};

const applyOnce = <Event extends Recorded<Message>>(
  { views, projections }: ViewGroup<Event>,
  { events, after }: Batch,
  deliveries: readonly Delivery<Event>[],
): Promise<Applied> =>
  views.transact(async (transaction) => {
    const streams = [...new Set(deliveries.map(({ stored }) => stored.stream))];
    const locked = await transaction.lock(
      projections.map(({ name }) => name),
      streams,
    );
    const last = events[events.length - 1]!.position;
    const parked: ParkedStream[] = [];
    const advanced: LockedView[] = [];
    const stale: string[] = [];
    for (const view of locked) {
      const projection = projections.find(({ name }) => name === view.name)!;
      if (view.version !== projection.version) {
        stale.push(view.name);
        continue;
      }
      requireNoGap(view, after);
      // Already there: a batch delivered again, or another process was faster.
      if (!isAfter(last, view.checkpoint)) continue;
      parked.push(...(await applyToView(transaction, { view, projection }, deliveries)));
      advanced.push(view);
    }
    if (advanced.length > 0) await transaction.reach(advanced, last);
    return { parked, stale };
  });

/** Parks the stream of one event whose row the database will not hold, so that the event can be passed over visibly. */
const parkRefused = async <Event extends Recorded<Message>>(
  { views }: ViewGroup<Event>,
  stored: StoredEvent,
  { view: name, reason }: RowRefused,
): Promise<ParkedStream> => {
  const parked = parkedAt(name, stored, `row-refused-${reason}`);
  await views.transact(async (transaction) => {
    const [view] = await transaction.lock([name], [stored.stream]);
    if (view && !view.parked.has(stored.stream)) await transaction.park(view, [parked]);
  });
  return parked;
};

/**
 * Applies a batch to every view of the group in one transaction. Safe to repeat. Where the database refuses a row, the batch is
 * halved until the event that makes it is found and parked like any other poison.
 * @throws ViewBehind when a view has not reached `after`.
 */
export const applyBatch = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  batch: Batch,
): Promise<Applied> => {
  try {
    return await applyOnce(group, batch, deliver(group.reader, batch.events));
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    return batch.events.length === 1 ? parkAndGoOn(group, batch, error) : applyHalves(group, batch);
  }
};

const parkAndGoOn = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  batch: Batch,
  refused: RowRefused,
): Promise<Applied> => {
  const parked = await parkRefused(group, batch.events[0]!, refused);
  const rest = await applyBatch(group, batch);
  return { ...rest, parked: [parked, ...rest.parked] };
};

const applyHalves = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  { events, after }: Batch,
): Promise<Applied> => {
  const middle = Math.ceil(events.length / 2);
  const first = await applyBatch(group, { events: events.slice(0, middle), after });
  const second = await applyBatch(group, { events: events.slice(middle), after: events[middle - 1]!.position });
  return { parked: [...first.parked, ...second.parked], stale: second.stale };
};
