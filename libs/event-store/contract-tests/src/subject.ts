import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@mediation/kernel';
import type { EventStore, EventToAppend, Journal, Position, StoredEvent } from '@mediation/event-store/port';

/** What an adapter declares about itself; a case it cannot meet is skipped by name, never passed over in silence. */
export interface Capabilities {
  /** Keeps receipts: its clients are Journals. */
  readonly receipts: boolean;
  /** Connections can be cut, and come back. */
  readonly disconnect: boolean;
  /** Bytes that one append can be sure to hold; absent where no payload of ours comes near the limit. */
  readonly maxAppendBytes?: number;
}

/** One store with its data, made for one run of the suite. */
export interface Subject {
  /** A client of its own each time, as another process would have. The caller closes it. */
  open(): EventStore;
  /** Cuts every connection of every client. Only called when the capability is declared. */
  disconnect(): Promise<void>;
  /** Removes the store; every client is closed by then. */
  end(): Promise<void>;
}

/** The suite's hold on the subject: it closes what the cases open. */
export class Bench {
  private subject: Subject | undefined;
  private clients: EventStore[] = [];

  constructor(
    private readonly make: () => Promise<Subject>,
    readonly capabilities: Capabilities,
  ) {}

  async start(): Promise<void> {
    this.subject = await this.make();
  }

  open(): EventStore {
    const client = this.required().open();
    this.clients.push(client);
    return client;
  }

  openJournal(): Journal {
    return this.open() as Journal;
  }

  openMany(count: number): EventStore[] {
    return Array.from({ length: count }, () => this.open());
  }

  disconnect(): Promise<void> {
    return this.required().disconnect();
  }

  /** The events as one append, or one by one where the store takes no append of that size. */
  inAppends(events: readonly EventToAppend[]): (readonly EventToAppend[])[] {
    const isTaken = Buffer.byteLength(JSON.stringify(events)) <= (this.capabilities.maxAppendBytes ?? Infinity);
    return isTaken ? [events] : events.map((event) => [event]);
  }

  async closeClients(): Promise<void> {
    await Promise.all(this.clients.splice(0).map((client) => client.close()));
  }

  async end(): Promise<void> {
    await this.closeClients();
    await this.subject?.end();
  }

  private required(): Subject {
    if (this.subject === undefined) throw new Error('the store has not been made');
    return this.subject;
  }
}

export const newStream = (): string => `contract-${randomUUID()}`;

export const anEvent = (data: JsonObject = {}, type = 'thing.happened.v1'): EventToAppend => ({
  id: randomUUID(),
  type,
  data,
  metadata: { recordedAt: '2025-03-01T09:30:00+08:00', actor: { sub: 'u-1', org: '370402', roles: ['mediator'] } },
});

export const someEvents = (count: number): EventToAppend[] => Array.from({ length: count }, (_, n) => anEvent({ n }));

/** What a stored event must be, apart from where the store put it. */
export const withoutPlace = ({ id, type, data, metadata }: StoredEvent): EventToAppend => ({
  id,
  type,
  data,
  metadata,
});

/** Everything visible after a position, page by page. */
export const readOn = async (store: EventStore, after: Position | undefined, limit = 500): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: events.at(-1)?.position ?? after, limit });
    if (page.length === 0) return events;
    events.push(...page);
  }
};

/** The error an append or a read ends with; a success is a failure of the case. */
export const faultOf = async (work: Promise<unknown>): Promise<Error> => {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`expected a fault, got ${JSON.stringify(outcome.value)}`);
};
