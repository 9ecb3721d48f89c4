import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { MessageRejected, type ReceivedMessage } from '@mediation/messaging/port';
import { Group } from './group';

/** A record as the log keeps it: bytes, and headers in their order, repeated ones too. */
export interface MemoryRecord {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly (readonly [string, Uint8Array])[];
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** What Kafka takes by default, in bytes. */
const MAX_RECORD = 1_048_576;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const sizeOf = ({ key, value, headers }: MemoryRecord): number =>
  headers.reduce(
    (size, [name, bytes]) => size + Buffer.byteLength(name) + bytes.length,
    (key?.length ?? 0) + (value?.length ?? 0),
  );

/** Of a header that is repeated the first counts. */
export const toReceived = (place: TopicPartition, offset: number, record: MemoryRecord): ReceivedMessage => ({
  ...place,
  offset: String(offset),
  key: record.key === null ? undefined : text(record.key),
  headers: Object.fromEntries(record.headers.toReversed().map(([name, bytes]) => [name, text(bytes)])),
  body: new Uint8Array(record.value ?? []),
});

/** The topics that several clients share, as processes share a cluster. Nothing of it outlives the process. */
export class MemoryBroker {
  private readonly topics = new Map<string, MemoryRecord[][]>();
  private readonly groups = new Map<string, Group>();
  private readonly changes = new EventEmitter().setMaxListeners(0);

  createTopic(name: string, partitions: number): void {
    if (this.topics.has(name)) throw new Error(`the topic ${name} is there already`);
    this.topics.set(
      name,
      Array.from({ length: partitions }, () => []),
    );
    this.changes.emit('change');
  }

  hasTopic(name: string): boolean {
    return this.topics.has(name);
  }

  group(name: string): Group {
    const group = this.groups.get(name) ?? new Group(this);
    this.groups.set(name, group);
    return group;
  }

  partitionsOf(topic: string): TopicPartition[] {
    return (this.topics.get(topic) ?? []).map((_, partition) => ({ topic, partition }));
  }

  /** All of them or none. @throws MessageRejected */
  append(topic: string, records: readonly MemoryRecord[]): void {
    const logs = this.topics.get(topic);
    if (logs === undefined) throw new MessageRejected(`there is no topic ${topic}`);
    if (records.some((record) => sizeOf(record) > MAX_RECORD)) throw new MessageRejected('a message is too large');
    for (const record of records) logs[this.placeOf(record, logs)]!.push(record);
    this.changes.emit('change');
  }

  read({ topic, partition }: TopicPartition, from: number, to?: number): readonly MemoryRecord[] {
    return this.topics.get(topic)![partition]!.slice(from, to);
  }

  end({ topic, partition }: TopicPartition): number {
    return this.topics.get(topic)![partition]!.length;
  }

  /** Resolves at the next message or topic; rejects when the signal is aborted before. */
  async changed(signal: AbortSignal): Promise<void> {
    await once(this.changes, 'change', { signal });
  }

  private placeOf({ key }: MemoryRecord, logs: readonly MemoryRecord[][]): number {
    const number = key === null ? logs.flat().length : createHash('sha256').update(key).digest().readUInt32BE(0);
    return number % logs.length;
  }
}
