import type { JsonObject } from '@mediation/kernel';
import type { Channel } from './channel';
import { deadLetterChannel } from './dead-letter.channel';
import { intakeChannel, receiptsChannel } from './intake.channel';
import { jsonSchemaOf } from './json-schema';
import { LIFECYCLE_SCHEMAS, lifecycleChannel } from './lifecycle.channel';

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly channels: JsonObject;
  readonly operations: JsonObject;
  readonly components: JsonObject;
}

/** A message by the name of its channel, since an operation may only name what its channel carries. */
const messagesOf = ({ topic, messages }: Channel) =>
  Object.keys(messages).map((name) => ({ $ref: `#/channels/${topic}/messages/${name}` }));

const channelObject = ({ topic, title, description, messages }: Channel): JsonObject => ({
  address: topic,
  title,
  description,
  messages: Object.fromEntries(Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
});

const operationObject = (channel: Channel, all: readonly Channel[]): JsonObject => {
  const reply = all.find(({ topic }) => topic === channel.replyTo);
  return {
    action: channel.action,
    title: channel.title,
    channel: { $ref: `#/channels/${channel.topic}` },
    messages: messagesOf(channel),
    ...(reply && { reply: { channel: { $ref: `#/channels/${reply.topic}` }, messages: messagesOf(reply) } }),
  };
};

/** AsyncAPI 3.0 of every topic that other systems may read or write, from the schemas that the programs themselves use. */
export const asyncApi = (): AsyncApiDocument => {
  const lifecycle = lifecycleChannel();
  const intake = intakeChannel();
  const channels = [
    lifecycle,
    deadLetterChannel(lifecycle.topic, 'header ce_id is missing or wrong'),
    intake,
    deadLetterChannel(intake.topic, 'the body is not UTF-8'),
    receiptsChannel(),
  ];
  return {
    asyncapi: '3.0.0',
    info: {
      title: '矛盾纠纷多元化解工作网络:消息 · Mediation network: messages',
      version: '1',
      description:
        'CloudEvents 1.0。凡标 x-personal-data 的字段是个人信息。同一名称的格式发布后不变,变了就是新的版本。' +
        'Whatever is marked x-personal-data is personal data. What a name stands for never changes: a change is a new version.',
    },
    channels: Object.fromEntries(channels.map((each) => [each.topic, channelObject(each)])),
    operations: Object.fromEntries(
      channels.map((each) => [`${each.action}.${each.topic}`, operationObject(each, channels)]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(LIFECYCLE_SCHEMAS).map(([name, schema]) => [name, jsonSchemaOf(schema, 'draft-7')]),
      ),
      messages: Object.assign({}, ...channels.map(({ messages }) => messages)) as JsonObject,
    },
  };
};
