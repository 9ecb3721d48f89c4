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

/** A stored event as the views get it: read, or why it could not be. */
export type Delivery<Event> =
  { readonly stored: StoredEvent; readonly event: Event } | { readonly stored: StoredEvent; readonly code: string };

const codeOf = (error: unknown, fallback: string): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : fallback;
};

export const deliver = <Event extends Recorded<Message>>(
  reader: EventReader<Event>,
  events: readonly StoredEvent[],
): readonly Delivery<Event>[] =>
  events.filter(reader.reads).map((stored) => {
    try {
      return { stored, event: reader.decode(stored) };
    } catch (error) {
      return { stored, code: codeOf(error, 'unreadable-event') };
    }
  });

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

/** Folds deliveries, in order, into rows. A poison event parks its stream: what came before it stays, what comes after waits. */
export const reduceBatch = <Event extends Recorded<Message>>(
  view: Projection<object, Event>,
  deliveries: readonly Delivery<Event>[],
  before: { readonly rows: Rows; readonly parked: ReadonlySet<string> },
): Reduction => {
  const changes = new Map<string, object | undefined>();
  const parked = new Map<string, ParkedStream>();
  const step = (event: Event): void => {
    const key = view.key(event);
    if (key === undefined) return;
    const row = changes.has(key) ? changes.get(key) : before.rows.get(key);
    const next = view.reduce(row, event);
    if (next !== row) changes.set(key, next);
  };
  for (const delivery of deliveries) {
    const { stored } = delivery;
    if (before.parked.has(stored.stream) || parked.has(stored.stream)) continue;
    try {
      if ('event' in delivery) step(delivery.event);
      else parked.set(stored.stream, parkedAt(view.name, stored, delivery.code));
    } catch (error) {
      parked.set(stored.stream, parkedAt(view.name, stored, codeOf(error, 'reducer-failed')));
    }
  }
  return { changes, parked: [...parked.values()] };
};
