import type { KafkaMessage, Message as KafkaRecord } from 'kafkajs';
import { DEAD_LETTER_HEADERS, type Message, type ReceivedMessage } from '@mediation/messaging/port';

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** A message as kafkajs hands it over: its types promise more of the headers than holds. */
export interface FetchedMessage extends Pick<KafkaMessage, 'key' | 'value' | 'offset'> {
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The values of one name as they were sent. kafkajs puts what objects inherit before the first value of a header that is named
 * like it (`constructor`), and it cannot write a header without a value, though it reads them: that becomes an empty one.
 */
const valuesOf = (content: unknown): Buffer[] =>
  [content].flat().flatMap((value) => {
    if (value === null || value === undefined) return [Buffer.alloc(0)];
    return Buffer.isBuffer(value) ? [value] : [];
  });

const entriesOf = ({ headers }: FetchedMessage): [string, Buffer[]][] =>
  Object.entries(headers ?? {}).map(([name, content]) => [name, valuesOf(content)]);

const bytesOf = (buffer: Buffer | null): Uint8Array =>
  buffer === null ? new Uint8Array() : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);

export const toReceived = ({ topic, partition }: TopicPartition, message: FetchedMessage): ReceivedMessage => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString(),
  headers: Object.fromEntries(entriesOf(message).map(([name, [first]]) => [name, first!.toString()])),
  body: bytesOf(message.value),
});

export const toRecord = ({ key, headers, body }: Message): KafkaRecord => ({ key, value: Buffer.from(body), headers });

/** A copy with the same bytes. Not the same timestamp: the time to keep it counts from now. */
export const toDeadLetter = (
  { topic, partition }: TopicPartition,
  message: FetchedMessage,
  reason: string,
): KafkaRecord => ({
  key: message.key,
  value: message.value,
  headers: {
    ...Object.fromEntries(entriesOf(message)),
    [DEAD_LETTER_HEADERS.reason]: reason,
    [DEAD_LETTER_HEADERS.topic]: topic,
    [DEAD_LETTER_HEADERS.partition]: String(partition),
    [DEAD_LETTER_HEADERS.offset]: message.offset,
  },
});

/** Room for what Kafka adds to a record: lengths, deltas, attributes. */
const OVERHEAD = 64;

const lengthOf = (value: Buffer | string | null | undefined): number => (value ? Buffer.byteLength(value) : 0);

const sizeOf = ({ key, value, headers = {} }: KafkaRecord): number =>
  Object.entries(headers)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((each) => name.length * 3 + lengthOf(each)),
    )
    .reduce((sum, size) => sum + size, OVERHEAD + lengthOf(key) + lengthOf(value));

/**
 * All that one request carries for a partition is one batch to the broker, and its limit (1 MiB by default) is on the batch:
 * many small messages would be refused together. A message larger than the limit is a piece of its own.
 */
const MAX_PIECE = 900_000;

export const piecesOf = (records: readonly KafkaRecord[]): KafkaRecord[][] => {
  const pieces: KafkaRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const size = sizeOf(record);
    if (size > room) {
      pieces.push([]);
      room = MAX_PIECE;
    }
    pieces.at(-1)!.push(record);
    room -= size;
  }
  return pieces;
};
