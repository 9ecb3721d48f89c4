import { setImmediate } from 'node:timers/promises';
import type { StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import type { Projection } from './projection';
import { parkedAt, type ParkedStream, type RowChanges, type Rows } from './view-store';

/** Which events a group of views is made of, and how they are read. */
export interface EventReader<Event extends Recorded<Message>> {
  /** Whether the event belongs to these views at all; one that does and cannot be read parks its stream. */
  readonly reads: (stored: StoredEvent) => boolean;
  /** Throws, with a `code`, what cannot be read. */
  readonly decode: (stored: StoredEvent) => Event;
}

/** A stored event as the views get it: read; or why it could not be; or neither, being none of theirs. */
export type Delivery<Event> =
  | { readonly stored: StoredEvent; readonly event: Event }
  | { readonly stored: StoredEvent; readonly code: string }
  | { readonly stored: StoredEvent };

const codeOf = (error: unknown, fallback: string): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : fallback;
};

export const deliver = <Event extends Recorded<Message>>(
  reader: EventReader<Event>,
  events: readonly StoredEvent[],
): readonly Delivery<Event>[] =>
  events.map((stored) => {
    if (!reader.reads(stored)) return { stored };
    try {
      return { stored, event: reader.decode(stored) };
    } catch (error) {
      return { stored, code: codeOf(error, 'unreadable-event') };
    }
  });

const SLICE = 100;

/** The same, stopping now and then, so that the batch before is saved meanwhile and requests are answered. */
export const deliverInSlices = async <Event extends Recorded<Message>>(
  reader: EventReader<Event>,
  events: readonly StoredEvent[],
): Promise<readonly Delivery<Event>[]> => {
  const deliveries: Delivery<Event>[] = [];
  while (deliveries.length < events.length) {
    if (deliveries.length > 0) await setImmediate();
    deliveries.push(...deliver(reader, events.slice(deliveries.length, deliveries.length + SLICE)));
  }
  return deliveries;
};

const keyOrNone = <Event extends Recorded<Message>>(view: Projection<object, Event>, event: Event) => {
  try {
    return view.key(event);
  } catch {
    return undefined; // The reduction meets it again and parks the stream.
  }
};

export const keysOf = <Event extends Recorded<Message>>(
  view: Projection<object, Event>,
  deliveries: readonly Delivery<Event>[],
): readonly string[] => {
  const keys = new Set<string>();
  for (const delivery of deliveries) {
    const key = 'event' in delivery ? keyOrNone(view, delivery.event) : undefined;
    if (key !== undefined) keys.add(key);
  }
  return [...keys];
};

export interface Reduction {
  readonly changes: RowChanges;
  readonly parked: readonly ParkedStream[];
}

/** Rows as a batch changes them, each with the first event that touched it. */
class Changes<Event extends Recorded<Message>> {
  private readonly rows = new Map<string, object | undefined>();
  private readonly firsts = new Map<string, StoredEvent>();

  constructor(
    private readonly view: Projection<object, Event>,
    private readonly before: Rows,
  ) {}

  apply(event: Event, stored: StoredEvent): void {
    const key = this.view.key(event);
    if (key === undefined) return;
    const row = this.rows.has(key) ? this.rows.get(key) : this.before.get(key);
    const next = this.view.reduce(row, event);
    if (next === row) return;
    this.rows.set(key, next);
    if (!this.firsts.has(key)) this.firsts.set(key, stored);
  }

  /** The rows to save. One that cannot be completed stays as it was before the batch, and is reported. */
  complete(onFailure: (stored: StoredEvent, error: unknown) => void): RowChanges {
    const completed = new Map<string, object | undefined>();
    for (const [key, row] of this.rows) {
      try {
        completed.set(key, row && this.view.derive(row));
      } catch (error) {
        onFailure(this.firsts.get(key)!, error);
      }
    }
    return completed;
  }
}

/** Folds deliveries, in order, into rows. A poison event parks its stream: what came before it stays, what comes after waits. */
export const reduceBatch = <Event extends Recorded<Message>>(
  view: Projection<object, Event>,
  deliveries: readonly Delivery<Event>[],
  before: { readonly rows: Rows; readonly parked: ReadonlySet<string> },
): Reduction => {
  const changes = new Changes(view, before.rows);
  const parked = new Map<string, ParkedStream>();
  const park = (stored: StoredEvent, code: string) => parked.set(stored.stream, parkedAt(view.name, stored, code));
  for (const delivery of deliveries) {
    const { stored } = delivery;
    if (before.parked.has(stored.stream) || parked.has(stored.stream)) continue;
    try {
      if ('event' in delivery) changes.apply(delivery.event, stored);
      else if ('code' in delivery) park(stored, delivery.code);
    } catch (error) {
      park(stored, codeOf(error, 'reducer-failed'));
    }
  }
  const rows = changes.complete((stored, error) => park(stored, codeOf(error, 'row-underivable')));
  return { changes: rows, parked: [...parked.values()] };
};
