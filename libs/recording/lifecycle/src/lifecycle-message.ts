import type { Position, StoredEvent } from '@mediation/event-store/port';
import type { JsonObject } from '@mediation/kernel';
import type { Message, ReceivedMessage } from '@mediation/messaging/port';
import { z } from 'zod';

export const LIFECYCLE_TOPIC = 'dispute.lifecycle.v1';

const digits = z.string().regex(/^(0|[1-9]\d{0,9})$/);

/**
 * CloudEvents 1.0, binary mode (https://github.com/cloudevents/spec, Kafka protocol binding): the attributes as headers, the
 * data as a JSON body. `revision`, `hash` and `position` are extensions.
 */
export const lifecycleHeaders = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.uuid().meta({ description: '事件标识 the event’s id' }),
  ce_source: z.string().min(1).meta({ description: '哪一部日志 the journal it comes from, e.g. /journals/370402' }),
  ce_type: z.string().min(1).meta({ description: '事件名与版本 stored name, e.g. dispute.registered.v1' }),
  ce_subject: z.string().min(1).meta({ description: '流 the stream, e.g. dispute-<id>' }),
  ce_time: z.iso.datetime({ offset: true }).meta({ description: '入账时间 when it was recorded' }),
  ce_revision: digits.meta({ description: '流内序号,自 0 起 place in its stream, from 0 without gaps' }),
  ce_hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: '哈希链 SHA-256 of the hash before it in the stream, the revision and the canonical event' }),
  ce_position: z.string().min(1).meta({ description: '日志内次序 place in the journal’s order; opaque' }),
  'content-type': z.literal('application/json'),
});

export interface LifecycleEvent {
  readonly source: string;
  /** Its position is that in its journal. */
  readonly event: StoredEvent;
}

/** The topic's key: every event of a dispute is in one partition, in order. */
const keyOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

export const toLifecycleMessage = (source: string, event: StoredEvent): Message => ({
  key: keyOf(event.stream),
  headers: {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: source,
    ce_type: event.type,
    ce_subject: event.stream,
    ce_time: String(event.metadata['recordedAt']),
    ce_revision: String(event.revision),
    ce_hash: event.hash,
    ce_position: event.position,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ data: event.data, metadata: event.metadata }),
});

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bodyOf = (bytes: Uint8Array) => {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isJsonObject(body) && isJsonObject(body['data']) && isJsonObject(body['metadata'])
      ? { data: body['data'], metadata: body['metadata'] }
      : undefined;
  } catch {
    return undefined;
  }
};

/** The event of a message, or why it is none; the reason names the header or the body and quotes nothing. */
export const fromLifecycleMessage = ({ headers, body }: ReceivedMessage): LifecycleEvent | string => {
  const parsed = lifecycleHeaders.safeParse(headers);
  if (!parsed.success) return `header ${String(parsed.error.issues[0]?.path[0])} is missing or wrong`;
  const payload = bodyOf(body);
  if (payload === undefined) return 'the body is not JSON of {data, metadata}';
  const { ce_id, ce_source, ce_type, ce_subject, ce_revision, ce_hash, ce_position } = parsed.data;
  const position: Position = ce_position;
  return {
    source: ce_source,
    event: {
      id: ce_id,
      stream: ce_subject,
      type: ce_type,
      revision: Number(ce_revision),
      hash: ce_hash,
      position,
      ...payload,
    },
  };
};
