import type { JsonObject } from '@mediation/kernel';
import { toLifecycleMessage } from '@mediation/recording/lifecycle';
import { CloudEvent, Kafka } from 'cloudevents';
import { asyncApi } from './asyncapi';
import { exampleEvent, lifecycleContracts } from './lifecycle.channel';

/** As a consumer that uses the CloudEvents library sees a Kafka record; strict about every attribute. */
const read = (key: string, headers: JsonObject, value: string): CloudEvent<unknown> => {
  const event = Kafka.toEvent<unknown>({ headers: headers as Record<string, string>, body: value, ...{ key, value } });
  if (!(event instanceof CloudEvent)) throw new Error('a batch');
  const strict = event.cloneWith({}, true) as CloudEvent<unknown>;
  expect(strict.validate()).toBe(true);
  return strict;
};

const EXAMPLES = lifecycleContracts().flatMap(({ name, examples }) =>
  examples.map((example) => [example.name, name, example.data] as const),
);

describe('a lifecycle message', () => {
  it.each(EXAMPLES)('is a CloudEvent 1.0: %s', (_, type, data) => {
    const event = exampleEvent(type, data);
    const { key, headers, body } = toLifecycleMessage('/journals/370402', event);
    const seen = read(key, headers, body);
    expect(seen.toJSON()).toEqual({
      specversion: '1.0',
      id: event.id,
      source: '/journals/370402',
      type,
      subject: event.stream,
      time: '2025-03-03T01:16:00.000Z',
      datacontenttype: 'application/json',
      revision: '0',
      hash: event.hash,
      position: event.position,
      partitionkey: key,
      data: { data, metadata: event.metadata },
    });
  });

  it.each([
    ['without an id', { ce_id: undefined }],
    ['of another version', { ce_specversion: '0.2' }],
    ['whose source is no URI reference', { ce_source: '' }],
    ['with an attribute that no CloudEvent can have', { ce_Not_Allowed: '1' }],
  ])('would not be one %s', (_, wrong) => {
    const { key, headers, body } = toLifecycleMessage('/journals/370402', exampleEvent('dispute.triaged.v1', {}));
    expect(() => read(key, JSON.parse(JSON.stringify({ ...headers, ...wrong })) as JsonObject, body)).toThrow();
  });
});

describe('the other messages, as their examples show them', () => {
  const { messages } = asyncApi().components as unknown as {
    messages: Record<string, { examples: { headers: JsonObject; payload: JsonObject }[] }>;
  };

  it.each(['dispute.report-filed.v1', 'dispute.referral-filed.v1', 'dispute.intake-receipt.v1'])(
    'are CloudEvents 1.0: %s',
    (name) => {
      const examples = messages[name]!.examples;
      expect(examples.length).toBeGreaterThan(0);
      for (const { headers, payload } of examples) {
        const seen = read('k', headers, JSON.stringify(payload));
        expect([seen.type, seen.data]).toStrictEqual([name, payload]);
      }
    },
  );
});
