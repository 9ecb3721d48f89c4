import { randomUUID } from 'node:crypto';
import type { Message, Messaging } from '@mediation/messaging/port';

/** What an adapter declares about itself; a case it cannot meet is skipped by name, never passed over in silence. */
export interface Capabilities {
  /** The broker can be stopped, killed and started again. */
  readonly disconnect: boolean;
  /** A short time after which a silent member is expelled from its group, in milliseconds; undefined where none ever is. */
  readonly sessionTimeoutMs: number | undefined;
}

/** A record as a broker keeps it, byte for byte. */
export interface RawRecord {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  /** Those of one name keep their order. */
  readonly headers: readonly (readonly [string, Uint8Array])[];
}

/** One broker with its topics, made for one run of the suite. */
export interface Subject {
  /**
   * A client of its own each time, as another process would have. The caller closes it. Without a session timeout it has one
   * that a busy machine does not reach.
   */
  open(sessionTimeoutMs?: number): Messaging;
  /** A name that no topic has. */
  newTopic(): string;
  /** A new topic of that many partitions, and its dead-letter topic by the port's default name. Resolves to the name. */
  createTopic(partitions: number, name?: string): Promise<string>;
  /** Stores records in the topic's one partition as they are, without the adapter. */
  store(topic: string, records: readonly RawRecord[]): Promise<void>;
  /** Every record of a topic, without the adapter. */
  read(topic: string): Promise<readonly RawRecord[]>;
  /** Removes the broker; every client is closed by then. */
  end(): Promise<void>;
}

/** A subject of whose broker the cases may dispose. */
export interface MortalSubject extends Subject {
  /** Ends the broker without a word; resolves when it has gone. */
  kill(): Promise<void>;
  /** The same broker again with what it had acknowledged, told to go first if it is there; resolves when it answers. */
  restart(): Promise<void>;
}

/** The suite's hold on a subject: it closes what the cases open. */
export class Bench<S extends Subject = Subject> {
  private made: S | undefined;
  private clients: Messaging[] = [];

  constructor(private readonly make: () => Promise<S>) {}

  async start(): Promise<void> {
    this.made = await this.make();
  }

  get subject(): S {
    if (this.made === undefined) throw new Error('the broker has not been made');
    return this.made;
  }

  open(sessionTimeoutMs?: number): Messaging {
    const client = this.subject.open(sessionTimeoutMs);
    this.clients.push(client);
    return client;
  }

  async closeClients(): Promise<void> {
    await Promise.all(this.clients.splice(0).map((client) => client.close()));
  }

  async end(): Promise<void> {
    await this.closeClients();
    await this.made?.end();
  }
}

export const newGroup = (): string => `contract-${randomUUID()}`;

export const aMessage = (key: string, body: string, headers: Readonly<Record<string, string>> = {}): Message => ({
  key,
  headers,
  body,
});

/** `count` messages of `keys` keys in turn; the bodies count from 0. */
export const someMessages = (count: number, keys = 1): Message[] =>
  Array.from({ length: count }, (_, n) => aMessage(`key-${n % keys}`, String(n)));

export const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The error a piece of work ends with; a success is a failure of the case. */
export const faultOf = async (work: Promise<unknown>): Promise<Error> => {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`expected a fault, got ${JSON.stringify(outcome.value)}`);
};
