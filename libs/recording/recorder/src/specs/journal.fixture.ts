import { randomUUID } from 'node:crypto';
import {
  expectedHash,
  GENESIS_HASH,
  type EventStore,
  type EventToAppend,
  type StoredEvent,
} from '@mediation/event-store/port';
import type { ReceivedMessage } from '@mediation/messaging/port';
import { LIFECYCLE_TOPIC, toLifecycleMessage } from '@mediation/recording/lifecycle';

export const SOURCE = '/journals/370402';
export const OTHER_SOURCE = '/journals/370403';

export const newStream = (): string => `dispute-${randomUUID()}`;

const AT = '2025-03-01T09:30:00+08:00';

export const anEvent = (content: string): EventToAppend => ({
  id: randomUUID(),
  type: 'thing.happened.v1',
  data: { content, personal: { p1: { name: '甲' } } },
  metadata: { recordedAt: AT, actor: { sub: 'u-1', org: '370402', roles: ['mediator'] } },
});

/** Events as a journal holds them, going on from `before`. */
export const chainOf = (stream: string, contents: readonly string[], before?: StoredEvent): StoredEvent[] => {
  let [revision, hash] = [before ? before.revision + 1 : 0, before?.hash ?? GENESIS_HASH];
  return contents.map((content) => {
    const event = { ...anEvent(content), stream, revision, position: `1.${1_000 + revision}.${revision}` };
    hash = expectedHash(event, hash);
    revision += 1;
    return { ...event, hash };
  });
};

let offset = 0;

export const received = (event: StoredEvent, source = SOURCE): ReceivedMessage => {
  const { key, headers, body } = toLifecycleMessage(source, event);
  return { topic: LIFECYCLE_TOPIC, partition: 0, offset: String(offset++), key, headers, body: Buffer.from(body) };
};

export const receivedAll = (events: readonly StoredEvent[], source = SOURCE): ReceivedMessage[] =>
  events.map((event) => received(event, source));

/** What a stream holds, apart from where the store put it. */
export const contentsOf = async (store: EventStore, stream: string) =>
  (await store.readStream(stream)).map(({ id, revision, hash }) => ({ id, revision, hash }));

export const withoutPosition = (events: readonly StoredEvent[]) =>
  events.map(({ id, revision, hash }) => ({ id, revision, hash }));

export const delivery = { attempt: 1, signal: new AbortController().signal };
