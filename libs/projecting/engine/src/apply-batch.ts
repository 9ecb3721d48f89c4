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
  type Rows,
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
  /** Consecutive in the global order; at least one. */
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

/** A view with what a batch brings for it, and the rows it has for that so far. */
interface Turn<Event extends Recorded<Message>> {
  readonly view: LockedView;
  readonly projection: Projection<object, Event>;
  readonly deliveries: readonly Delivery<Event>[];
  readonly rows: Promise<Rows>;
}

const NONE: Rows = new Map();

const load = (transaction: ViewTransaction, view: LockedView, keys: readonly string[]): Promise<Rows> => {
  const rows = keys.length === 0 ? Promise.resolve(NONE) : transaction.load(view, keys);
  // Awaited in its turn; until then the load of another view may fail first.
  rows.catch(() => undefined);
  return rows;
};

const freshFor = <Event extends Recorded<Message>>(
  { checkpoint }: LockedView,
  deliveries: readonly Delivery<Event>[],
): readonly Delivery<Event>[] => {
  const isFresh = ({ stored }: Delivery<Event>): boolean => isAfter(stored.position, checkpoint);
  // They come in order: when the first is new, all are, and no other position need be looked at.
  return isFresh(deliveries[0]!) ? deliveries : deliveries.filter(isFresh);
};

const turnOf = <Event extends Recorded<Message>>(
  transaction: ViewTransaction,
  target: { readonly view: LockedView; readonly projection: Projection<object, Event> },
  deliveries: readonly Delivery<Event>[],
): Turn<Event> => {
  const { view, projection } = target;
  const fresh = freshFor(view, deliveries);
  const keys = projection.rowPerEvent ? [] : keysOf(projection, fresh);
  return { ...target, deliveries: fresh, rows: load(transaction, view, keys) };
};

/** Those that need not wait for their rows come first: the database saves theirs while the rest is reduced. */
const inTurn = <Event extends Recorded<Message>>(turns: readonly Turn<Event>[]): readonly Turn<Event>[] =>
  [...turns].sort((a, b) => Number(b.projection.rowPerEvent) - Number(a.projection.rowPerEvent));

/** Reduces one view after the other; while the database saves the rows of one, the next is reduced. */
const takeTurns = async <Event extends Recorded<Message>>(
  transaction: ViewTransaction,
  turns: readonly Turn<Event>[],
): Promise<readonly ParkedStream[]> => {
  const parked: ParkedStream[] = [];
  const saved: Promise<void>[] = [];
  const saving = (work: Promise<void>): void => {
    work.catch(() => undefined); // Awaited with the others below; until then a load may fail first.
    saved.push(work);
  };
  for (const { view, projection, deliveries, rows } of inTurn(turns)) {
    const reduction = reduceBatch(projection, deliveries, { rows: await rows, parked: view.parked });
    if (reduction.changes.size > 0) saving(transaction.save(view, reduction.changes));
    if (reduction.parked.length > 0) saving(transaction.park(view, reduction.parked));
    parked.push(...reduction.parked);
  }
  await Promise.all(saved);
  return parked;
};

/** Read already, so that the reading of one batch goes on while the one before is being saved. */
export interface DeliveredBatch<Event extends Recorded<Message>> {
  /** At least one. */
  readonly deliveries: readonly Delivery<Event>[];
  readonly after: Position | undefined;
}

const streamsOf = <Event extends Recorded<Message>>(deliveries: readonly Delivery<Event>[]): readonly string[] => [
  ...new Set(deliveries.map(({ stored }) => stored.stream)),
];

const applyOnce = <Event extends Recorded<Message>>(
  { views, projections }: ViewGroup<Event>,
  { deliveries, after }: DeliveredBatch<Event>,
): Promise<Applied> =>
  views.transact(async (transaction) => {
    const names = projections.map(({ name }) => name);
    const last = deliveries[deliveries.length - 1]!.stored.position;
    const stale: string[] = [];
    const turns: Turn<Event>[] = [];
    for (const view of await transaction.lock(names, streamsOf(deliveries))) {
      const projection = projections.find(({ name }) => name === view.name)!;
      if (view.version !== projection.version) {
        stale.push(view.name);
        continue;
      }
      requireNoGap(view, after);
      // Else it is already there: a batch delivered again, or another process was faster.
      if (isAfter(last, view.checkpoint)) turns.push(turnOf(transaction, { view, projection }, deliveries));
    }
    const parked = await takeTurns(transaction, turns);
    const advanced = turns.map(({ view }) => view);
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
export const applyDelivered = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  batch: DeliveredBatch<Event>,
): Promise<Applied> => {
  try {
    return await applyOnce(group, batch);
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    return batch.deliveries.length === 1 ? parkAndGoOn(group, batch, error) : applyHalves(group, batch);
  }
};

/** The same for events as they are stored. */
export const applyBatch = <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  { events, after }: Batch,
): Promise<Applied> => applyDelivered(group, { deliveries: deliver(group.reader, events), after });

const parkAndGoOn = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  batch: DeliveredBatch<Event>,
  refused: RowRefused,
): Promise<Applied> => {
  const parked = await parkRefused(group, batch.deliveries[0]!.stored, refused);
  const rest = await applyDelivered(group, batch);
  return { ...rest, parked: [parked, ...rest.parked] };
};

const applyHalves = async <Event extends Recorded<Message>>(
  group: ViewGroup<Event>,
  { deliveries, after }: DeliveredBatch<Event>,
): Promise<Applied> => {
  const middle = Math.ceil(deliveries.length / 2);
  const first = await applyDelivered(group, { deliveries: deliveries.slice(0, middle), after });
  const between = deliveries[middle - 1]!.stored.position;
  const second = await applyDelivered(group, { deliveries: deliveries.slice(middle), after: between });
  return { parked: [...first.parked, ...second.parked], stale: second.stale };
};
