import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedHash, GENESIS_HASH, type StoredEvent } from '@mediation/event-store/port';
import type { JsonObject } from '@mediation/kernel';
import type { Message, ReceivedMessage } from '@mediation/messaging/port';
import { assert, constantFrom, dictionary, jsonValue, oneof, property, record, string, uint8Array } from 'fast-check';
import { fromLifecycleMessage, LIFECYCLE_TOPIC, toLifecycleMessage } from './lifecycle-message';

const SOURCE = '/journals/370402';
const GOLDEN = join(__dirname, '../../../dispute/stored-events/golden');
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
console.info(`FC_SEED=${seed}`);

const goldens = readdirSync(GOLDEN)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    file,
    type: file.replace(/(\.minimal)?\.json$/, ''),
    data: JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as JsonObject,
  }));

const recorded = (type: string, data: JsonObject): StoredEvent => {
  const event = {
    id: '0195c3a0-1111-7000-8000-000000000001',
    stream: 'dispute-0195c3a0-0000-7000-8000-000000000001',
    type,
    revision: 7,
    position: '1.9007199254740993.12',
    data,
    metadata: { occurredAt: '2025-03-03T09:15:00+08:00', recordedAt: '2025-03-03T01:16:00.125Z', command: 'X' },
  };
  return { ...event, hash: expectedHash(event, GENESIS_HASH) };
};

const received = ({ key, headers, body }: Message): ReceivedMessage => ({
  topic: LIFECYCLE_TOPIC,
  partition: 3,
  offset: '41',
  key,
  headers,
  body: Buffer.from(body, 'utf8'),
});

const event = recorded('dispute.triaged.v1', { channel: 'peoples' });
const message = received(toLifecycleMessage(SOURCE, event));

describe('a lifecycle message', () => {
  it('is a CloudEvent in binary mode under the key of its dispute', () =>
    expect(toLifecycleMessage(SOURCE, event)).toStrictEqual({
      key: '0195c3a0-0000-7000-8000-000000000001',
      headers: {
        ce_specversion: '1.0',
        ce_id: event.id,
        ce_source: SOURCE,
        ce_type: 'dispute.triaged.v1',
        ce_subject: event.stream,
        ce_time: '2025-03-03T01:16:00.125Z',
        ce_revision: '7',
        ce_hash: event.hash,
        ce_position: '1.9007199254740993.12',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data: { channel: 'peoples' }, metadata: event.metadata }),
    }));

  it.each(goldens.map(({ file, ...golden }) => [file, golden] as const))('comes back as it went: %s', (_, golden) => {
    const sent = recorded(golden.type, golden.data);
    const back = fromLifecycleMessage(received(toLifecycleMessage(SOURCE, sent)));
    expect(back).toStrictEqual({ source: SOURCE, event: sent });
  });

  it('was tried with every golden file', () => expect(goldens.length).toBeGreaterThan(60));

  it('has nothing of its payload outside its body', () => {
    const { body, ...outside } = toLifecycleMessage(SOURCE, recorded('dispute.withdrawn.v1', { party: '示例机密' }));
    expect([body.includes('示例机密'), JSON.stringify(outside).includes('示例机密')]).toEqual([true, false]);
  });

  it('may carry headers that are not ours', () => {
    const traced = { ...message, headers: { ...message.headers, traceparent: '00-1-2-01' } };
    expect(fromLifecycleMessage(traced)).toStrictEqual({ source: SOURCE, event });
  });
});

const SECRET = '示例机密';
const HEADERS = Object.keys(message.headers);
const without = (name: string) => Object.fromEntries(Object.entries(message.headers).filter(([key]) => key !== name));

describe('a message that is none', () => {
  it.each(HEADERS)('is told by the header that is missing: %s', (name) =>
    expect(fromLifecycleMessage({ ...message, headers: without(name) })).toBe(`header ${name} is missing or wrong`),
  );

  it.each([
    ['ce_specversion', '0.3'],
    ['ce_id', SECRET],
    ['ce_source', ''],
    ['ce_type', ''],
    ['ce_subject', ''],
    ['ce_time', SECRET],
    ['ce_time', '2025-03-03 01:16:00'],
    ['ce_time', 'undefined'],
    ['ce_revision', '-1'],
    ['ce_revision', '07'],
    ['ce_revision', '1.5'],
    ['ce_revision', '12345678901'],
    ['ce_hash', SECRET],
    ['ce_hash', 'A'.repeat(64)],
    ['ce_hash', 'a'.repeat(63)],
    ['ce_position', ''],
    ['content-type', 'application/cloudevents+json'],
  ])('is told by the header that is wrong, and its value is not repeated: %s', (name, value) =>
    expect(fromLifecycleMessage({ ...message, headers: { ...message.headers, [name]: value } })).toBe(
      `header ${name} is missing or wrong`,
    ),
  );

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['no JSON', `{"data":{},"metadata":{},"${SECRET}`],
    ['JSON twice', '{"data":{},"metadata":{}}{}'],
    ['an array', '[{"data":{},"metadata":{}}]'],
    ['null', 'null'],
    ['text', `"${SECRET}"`],
    ['no data', `{"metadata":{"a":"${SECRET}"}}`],
    ['no metadata', `{"data":{"a":"${SECRET}"}}`],
    ['data that is text', `{"data":"${SECRET}","metadata":{}}`],
    ['data that is null', '{"data":null,"metadata":{}}'],
    ['metadata that is an array', '{"data":{},"metadata":[]}'],
    ['data of its prototype only', '{"__proto__":{"data":{},"metadata":{}}}'],
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from('{"data":{"a":"'), 0xff, ...Buffer.from('"},"metadata":{}}')]),
    ],
    ['UTF-16', Buffer.from('{"data":{},"metadata":{}}', 'utf16le')],
  ])('is told by its body, which is not repeated: %s', (_, body) =>
    expect(fromLifecycleMessage({ ...message, body: Buffer.from(body) })).toBe(
      'the body is not JSON of {data, metadata}',
    ),
  );

  it('is judged by its headers first', () =>
    expect(fromLifecycleMessage({ ...message, headers: {}, body: Buffer.from('') })).toBe(
      'header ce_specversion is missing or wrong',
    ));
});

/** Said once already: JSON has no -0, and its objects have the prototype that reading gives them. */
const said = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const object = dictionary(string({ unit: 'grapheme' }), jsonValue()).map((value) => said(value) as JsonObject);

describe('whatever JSON there is', () => {
  it('comes back as it went', () =>
    assert(
      property(object, object, (data, metadata) => {
        const sent = { ...event, data, metadata: { ...metadata, recordedAt: '2025-03-03T01:16:00Z' } };
        const back = fromLifecycleMessage(received(toLifecycleMessage(SOURCE, sent)));
        expect(back).toStrictEqual({ source: SOURCE, event: sent });
      }),
      { seed, numRuns: 500 },
    ));

  it('is read as an event or refused with one of the reasons there are, never thrown at', () =>
    assert(
      property(
        record({ name: constantFrom(...HEADERS), value: string({ unit: 'binary' }) }),
        oneof(
          jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
          uint8Array(),
        ),
        ({ name, value }, body) => {
          const answer = fromLifecycleMessage({ ...message, headers: { ...message.headers, [name]: value }, body });
          const reasons = [`header ${name} is missing or wrong`, 'the body is not JSON of {data, metadata}'];
          if (typeof answer === 'string') expect(reasons).toContain(answer);
          else expect(Object.keys(answer)).toEqual(['source', 'event']);
        },
      ),
      { seed, numRuns: 500 },
    ));
});
