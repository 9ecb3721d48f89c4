import type { Message, Recorded } from '@mediation/kernel';

/** What a reducer makes of its row and one more event; undefined: there is no such row. Pure: no clock, no random, no I/O. */
export type Reducer<Row, Event> = (row: Row | undefined, event: Event) => Row | undefined;

export interface ProjectionDefinition<Row extends object, Event extends Recorded<Message>> {
  /** The view's name; its tables are `views.<name>_<generation>`. */
  readonly name: string;
  /** Raised whenever the same events would give other rows; a live view of another version is not written to. */
  readonly version: number;
  /** The row an event belongs to, made of its own stream only; not asked for an event that is ignored. */
  readonly key: (event: Event) => string | undefined;
  /** Every event type has an entry: leaving one out does not compile. */
  readonly on: { readonly [Type in Event['type']]: Reducer<Row, Extract<Event, { readonly type: Type }>> };
  /** What follows from the rest of a row: called once for a row that a batch has changed, and the answer is saved. Pure. */
  readonly derive?: (row: Row) => object;
  /** Every event has a row of its own: there is never one to load, and one that is there already is the same. */
  readonly rowPerEvent?: true;
}

/**
 * A view as pure row reducers. A row is a plain object whose members are the columns of its table, all but `key`;
 * a member left out or undefined is NULL.
 */
export interface Projection<Row extends object = object, Event extends Recorded<Message> = Recorded<Message>> {
  readonly name: string;
  readonly version: number;
  readonly rowPerEvent: boolean;
  key(event: Event): string | undefined;
  reduce(row: Row | undefined, event: Event): Row | undefined;
  derive(row: Row): object;
}

/** The event changes nothing in this view: it has no row here, and none is loaded for it. */
export const ignore = <Row>(row: Row | undefined): Row | undefined => row;

const asItIs = <Row>(row: Row): Row => row;

export const projection =
  <Row extends object, Event extends Recorded<Message>>() =>
  (definition: ProjectionDefinition<Row, Event>): Projection<Row, Event> => {
    const { name, version, key, on, derive = asItIs, rowPerEvent = false } = definition;
    return {
      name,
      version,
      rowPerEvent,
      key: (event) => (on[event.type as Event['type']] === ignore ? undefined : key(event)),
      reduce: (row, event) => (on[event.type as Event['type']] as Reducer<Row, Event>)(row, event),
      derive,
    };
  };
