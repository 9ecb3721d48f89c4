import type { StoredEvent } from '@mediation/event-store/port';
import type { Message } from '@mediation/messaging/port';
import { toLifecycleMessage } from '@mediation/recording/lifecycle';

export interface Outgoing {
  readonly event: StoredEvent;
  readonly message: Message;
}

export interface Bounds {
  readonly count: number;
  readonly bytes: number;
}

export const toOutgoing = (source: string, event: StoredEvent): Outgoing => ({
  event,
  message: toLifecycleMessage(source, event),
});

/** About what a record takes on the wire: its texts, and some bytes of lengths for each. */
const sizeOf = ({ key, headers, body }: Message): number =>
  Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    Buffer.byteLength(body) + key.length + 16,
  );

/** The same messages in the same order, cut so that no part exceeds the bounds, except a message that does so alone. */
export const cutInBatches = (messages: readonly Outgoing[], bounds: Bounds): readonly (readonly Outgoing[])[] => {
  const batches: Outgoing[][] = [];
  let room: Bounds = { count: 0, bytes: 0 };
  for (const outgoing of messages) {
    const bytes = sizeOf(outgoing.message);
    if (room.count === 0 || room.bytes < bytes) {
      batches.push([]);
      room = bounds;
    }
    batches[batches.length - 1]!.push(outgoing);
    room = { count: room.count - 1, bytes: room.bytes - bytes };
  }
  return batches;
};
