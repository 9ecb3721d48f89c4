import { randomUUID } from 'node:crypto';
import type { JSONEventData, Position as LogPosition, RecordedEvent } from '@kurrent/kurrentdb-client';
import type { JsonObject } from '@mediation/kernel';
import {
  chainHash,
  parsePosition,
  UnknownPosition,
  type Position,
  type PreparedEvent,
  type StoredEvent,
} from '@mediation/event-store/port';

/** Positions of KurrentDB are places in its log, for as long as there is a log: it has no epochs to count. */
const EPOCH = '1';
const MAX_LOG_POSITION = 2n ** 63n - 1n;

/** The last event of a stream, as far as the next one needs to know it. */
export interface Tail {
  readonly revision: number;
  readonly hash: Buffer;
}

/** What stands in KurrentDB's metadata of an event: the port's metadata, and what KurrentDB has no place for. */
interface Envelope {
  readonly id: string;
  readonly hash: string;
  readonly metadata: JsonObject;
}

type Stored = JSONEventData<{ type: string; data: Record<string, unknown>; metadata: Record<string, unknown> }>;

/**
 * The events as KurrentDB gets them, chained on to the tail, and the tail they make.
 *
 * KurrentDB answers an append with success, and stores nothing, when it finds the ids of all its events where they would go:
 * a stale append would seem to win, whatever its content. So each append has ids of its own there; ours are in the envelope.
 */
export const chainOn = (
  before: Tail,
  events: readonly PreparedEvent[],
): { readonly chained: Stored[]; readonly after: Tail } => {
  let { revision, hash } = before;
  const chained = events.map(({ id, type, data, metadata, digest }): Stored => {
    revision += 1;
    hash = chainHash(hash, revision, digest);
    const envelope = { id, hash: hash.toString('hex'), metadata: JSON.parse(metadata) as JsonObject };
    const parsed = JSON.parse(data) as Record<string, unknown>;
    return { id: randomUUID(), contentType: 'application/json', type, data: parsed, metadata: envelope };
  });
  return { chained, after: { revision, hash } };
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEnvelope = (value: unknown): value is Envelope & JsonObject =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['hash'] === 'string' &&
  /^[0-9a-f]{64}$/.test(value['hash']) &&
  isObject(value['metadata']);

export const toPosition = ({ commit, prepare }: LogPosition): Position => `${EPOCH}.${commit}.${prepare}`;

/** @throws UnknownPosition for what cannot be a place in a log */
export const toLogPosition = (position: Position): LogPosition => {
  const [epoch, major, minor] = parsePosition(position);
  const [commit, prepare] = [BigInt(major), BigInt(minor)];
  if (epoch !== EPOCH || commit > MAX_LOG_POSITION || prepare > MAX_LOG_POSITION) {
    throw new UnknownPosition('the store never gave out this position');
  }
  return { commit, prepare };
};

/** How a store's streams are named among all the streams of the server. */
export class Names {
  constructor(readonly prefix: string) {}

  inLog(stream: string): string {
    return this.prefix + stream;
  }

  /** Undefined for an event that no store of ours wrote: a link, or what somebody put there by another way. */
  toStored({ streamId, type, data, metadata, revision, position }: RecordedEvent): StoredEvent | undefined {
    if (!streamId.startsWith(this.prefix) || position === undefined || !isObject(data) || !isEnvelope(metadata)) {
      return undefined;
    }
    return {
      id: metadata.id,
      type,
      data,
      metadata: metadata.metadata,
      stream: streamId.slice(this.prefix.length),
      revision: Number(revision),
      position: toPosition(position),
      hash: metadata.hash,
    };
  }
}
