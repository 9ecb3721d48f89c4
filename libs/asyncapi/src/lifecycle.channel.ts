import { expectedHash, GENESIS_HASH, type StoredEvent } from '@mediation/event-store/port';
import type { JsonObject } from '@mediation/kernel';
import { eventMetadata } from '@mediation/stored-events';
import { LIFECYCLE_TOPIC, lifecycleHeaders, toLifecycleMessage } from '@mediation/recording/lifecycle';
import { messageOf, type Channel } from './channel';
import type { Contract } from './contract';
import { jsonSchemaOf } from './json-schema';
import { allGoldens, storedEvents } from './lifecycle.contexts';

const SOURCE = '/journals/370402';

const ENVELOPE = {
  id: '0195c3a0-1111-7000-8000-000000000001',
  revision: 0,
  position: '1.745.0',
  metadata: {
    occurredAt: '2025-03-03T09:15:00+08:00',
    recordedAt: '2025-03-03T01:16:00Z',
    actor: { sub: 'clerk-1', org: '370402102001-committee', roles: ['mediator'] },
    commandId: '0195c3a0-2222-7000-8000-000000000001',
    command: 'RegisterDispute',
    rules: 'cn@2025-01-01',
  },
};

/** A whole event around a payload; its hash is a true one, so that a consumer can try its own reckoning on it. */
export const exampleEvent = (type: string, data: JsonObject): StoredEvent => {
  const [category] = type.split('.');
  const event = { ...ENVELOPE, stream: `${category}-0195c3a0-0000-7000-8000-000000000001`, type, data };
  return { ...event, hash: expectedHash(event, GENESIS_HASH) };
};

export const lifecycleContracts = (): readonly Contract[] => {
  const goldens = allGoldens();
  return storedEvents().map(({ name, ...event }) => ({
    name,
    direction: 'out',
    ...event,
    examples: goldens
      .filter(({ storedName }) => storedName === name)
      .map(({ file, data }) => ({ name: file.replace(/\.json$/, ''), data })),
  }));
};

const messageOfEvent = (contract: Contract): JsonObject =>
  messageOf(contract, {
    contentType: 'application/json',
    key: '编号,同一纠纷(或排查等)在同一分区 its id: one dispute, screening or other is in one partition',
    headers: {
      type: 'object',
      allOf: [{ $ref: '#/components/schemas/lifecycleHeaders' }, { properties: { ce_type: { const: contract.name } } }],
    },
    payload: {
      type: 'object',
      required: ['data', 'metadata'],
      properties: {
        data: jsonSchemaOf(contract.schema, 'draft-7'),
        metadata: { $ref: '#/components/schemas/eventMetadata' },
      },
    },
    example: ({ data }) => {
      const { headers, body } = toLifecycleMessage(SOURCE, exampleEvent(contract.name, data));
      return { headers, payload: JSON.parse(body) as JsonObject };
    },
  });

export const lifecycleChannel = (): Channel => ({
  topic: LIFECYCLE_TOPIC,
  action: 'send',
  title: '纠纷及排查等的经过 The lifecycle of disputes, and of what is beside them',
  description:
    '日志已接受的每一件事,同一条流内有序;可能重复,不会遗漏。Every event that a journal accepted, in order within a stream; ' +
    'one may come twice, none is left out.',
  messages: Object.fromEntries(lifecycleContracts().map((each) => [each.name, messageOfEvent(each)])),
});

/** What every lifecycle message shares. */
export const LIFECYCLE_SCHEMAS = { lifecycleHeaders, eventMetadata };

/** The same as contracts, since a consumer relies on them as on any event's data. */
export const envelopes = (): readonly Contract[] => [
  {
    name: 'dispute.lifecycle-headers.v1',
    direction: 'out',
    title: '消息头 Headers',
    what: '每条经过消息的 Kafka 头,即 CloudEvents 属性 The Kafka headers of every lifecycle message: its CloudEvents attributes',
    schema: lifecycleHeaders,
    examples: [],
  },
  {
    name: 'dispute.event-metadata.v1',
    direction: 'out',
    title: '记录信息 Metadata',
    what: '每条经过消息的 metadata;日后可添字段 The metadata of every lifecycle message; fields may be added to it',
    schema: eventMetadata,
    examples: [],
  },
];
