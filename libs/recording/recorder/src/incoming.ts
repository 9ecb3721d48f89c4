import {
  InvalidAppend,
  parsePosition,
  prepareAppend,
  requireStorable,
  UnknownPosition,
} from '@mediation/event-store/port';
import type { ReceivedMessage } from '@mediation/messaging/port';
import { fromLifecycleMessage, type LifecycleEvent } from '@mediation/recording/lifecycle';

/** An event that came, with what its content really hashes to, whatever the message claims. */
export interface Incoming extends LifecycleEvent {
  readonly digest: Uint8Array;
  readonly message: ReceivedMessage;
}

/** A stream's revisions are 32 bits wide in every store of ours. */
const MAX_REVISION = 2 ** 31 - 1;
const MAX_SOURCE = 255;

const requireRecordable = ({ source, event }: LifecycleEvent, { headers }: ReceivedMessage): void => {
  if (event.revision > MAX_REVISION) throw new InvalidAppend('the revision is beyond what a stream can have');
  if (source.length > MAX_SOURCE) throw new InvalidAppend(`the source must have at most ${MAX_SOURCE} characters`);
  requireStorable(headers);
  parsePosition(event.position);
};

/** The event of a message, or why no store could ever hold it; the reason quotes nothing of it. */
export const readIncoming = (message: ReceivedMessage): Incoming | string => {
  const read = fromLifecycleMessage(message);
  if (typeof read === 'string') return read;
  try {
    requireRecordable(read, message);
    const { events } = prepareAppend({ stream: read.event.stream, expected: 'any' }, [read.event]);
    return { ...read, digest: events[0]!.digest, message };
  } catch (error) {
    if (error instanceof InvalidAppend || error instanceof UnknownPosition) return error.message;
    throw error;
  }
};
