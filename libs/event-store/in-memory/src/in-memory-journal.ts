import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '@mediation/kernel';
import {
  CatchUp,
  chainHash,
  GENESIS_HASH,
  parsePosition,
  prepareAppend,
  ReceiptExists,
  StoreClosed,
  UnknownPosition,
  WrongExpectedRevision,
  type Appended,
  type AppendOptions,
  type CommandReceipt,
  type EventToAppend,
  type ExpectedRevision,
  type Journal,
  type Position,
  type PreparedAppend,
  type PreparedReceipt,
  type ReadAllOptions,
  type StoredEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionHandlers,
} from '@mediation/event-store/port';

/** Payloads are kept as text: every reader gets its own copy, spelled as a real store would give it back. */
interface Row extends Omit<StoredEvent, 'data' | 'metadata'> {
  readonly data: string;
  readonly metadata: string;
}

const EPOCH = 1;

const toStored = (row: Row): StoredEvent => ({
  ...row,
  data: JSON.parse(row.data) as JsonObject,
  metadata: JSON.parse(row.metadata) as JsonObject,
});

/** What several clients share, as processes share a database. */
export class Memory {
  readonly log: Row[] = [];
  readonly streams = new Map<string, Row[]>();
  readonly receipts = new Map<string, PreparedReceipt>();
  readonly followers = new Set<CatchUp>();
}

class InMemoryJournal implements Journal {
  private readonly subscriptions = new Set<CatchUp>();
  private closed = false;

  constructor(private readonly memory: Memory) {}

  async append(
    stream: string,
    events: readonly EventToAppend[],
    expected: ExpectedRevision,
    options?: AppendOptions,
  ): Promise<Appended> {
    const prepared = prepareAppend({ stream, expected }, events, options);
    await this.roundTrip();
    this.requireNew(prepared.receipt);
    this.requireRevision(prepared);
    const revision = this.store(prepared);
    for (const follower of this.memory.followers) follower.wake();
    return { revision };
  }

  async readStream(stream: string, fromRevision = 0): Promise<readonly StoredEvent[]> {
    await this.roundTrip();
    return (this.memory.streams.get(stream) ?? []).slice(fromRevision).map(toStored);
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<readonly StoredEvent[]> {
    await this.roundTrip();
    const from = after === undefined ? 0 : this.indexAfter(after);
    return this.memory.log.slice(from, from + limit).map(toStored);
  }

  subscribe(options: SubscribeOptions, handlers: SubscriptionHandlers): Subscription {
    if (this.closed) throw new StoreClosed();
    const source = {
      readPage: (after: Position | undefined, limit: number) => this.readAll({ after, limit }),
      pageSize: 0,
      pollMs: { min: 1_000, max: 1_000 },
      onEnd: (ended: CatchUp) => {
        this.subscriptions.delete(ended);
        this.memory.followers.delete(ended);
      },
    };
    const subscription = new CatchUp(source, options, handlers);
    this.subscriptions.add(subscription);
    this.memory.followers.add(subscription);
    return subscription;
  }

  async head(): Promise<Position | undefined> {
    await this.roundTrip();
    return this.memory.log.at(-1)?.position;
  }

  async receipt(key: string): Promise<CommandReceipt | undefined> {
    await this.roundTrip();
    return this.findReceipt(key);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
  }

  /** Others get their turn, as they would across a network. */
  private async roundTrip(): Promise<void> {
    if (this.closed) throw new StoreClosed();
    await setImmediate();
  }

  private findReceipt(key: string): CommandReceipt | undefined {
    const found = this.memory.receipts.get(key);
    return found && { ...found, answer: JSON.parse(found.answer) as JsonObject };
  }

  private requireNew(receipt: PreparedReceipt | undefined): void {
    const found = receipt && this.findReceipt(receipt.key);
    if (found) throw new ReceiptExists(found);
  }

  private requireRevision({ stream, expected }: PreparedAppend): void {
    const actual = this.memory.streams.get(stream)?.at(-1)?.revision ?? 'none';
    if (expected !== 'any' && expected !== actual) throw new WrongExpectedRevision(stream, expected, actual);
  }

  private store({ stream, events, receipt }: PreparedAppend): number {
    const rows = this.memory.streams.get(stream) ?? [];
    this.memory.streams.set(stream, rows);
    for (const { digest, ...event } of events) {
      const previous = Buffer.from(rows.at(-1)?.hash ?? GENESIS_HASH, 'hex');
      const revision = rows.length;
      const position = `${EPOCH}.${this.memory.log.length + 1}.0`;
      const hash = chainHash(previous, revision, digest).toString('hex');
      const row = { ...event, stream, revision, position, hash };
      rows.push(row);
      this.memory.log.push(row);
    }
    if (receipt) this.memory.receipts.set(receipt.key, receipt);
    return rows.length - 1;
  }

  private indexAfter(after: Position): number {
    const [epoch, index] = parsePosition(after);
    if (epoch !== String(EPOCH)) throw new UnknownPosition('the store never gave out this position');
    return Number(index);
  }
}

/** A journal of its own, or one more client of a memory that others use too. */
export const inMemoryJournal = (memory = new Memory()): Journal => new InMemoryJournal(memory);
