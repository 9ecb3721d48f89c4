import type { ReceivedMessage } from '@mediation/messaging/port';
import { CloudEvent, Kafka } from 'cloudevents';
import { readIntake } from './read-intake';

const BINARY = {
  ce_specversion: '1.0',
  ce_id: 'e-1',
  ce_source: 'urn:mediation:370402:court',
  ce_type: 'dispute.report-filed.v1',
  'content-type': 'application/json',
};
const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
const DATA = { facts: '示例', to: '370402102-committee' };
const EVENT = {
  specversion: '1.0',
  id: 'e-1',
  source: 'urn:mediation:370402:court',
  type: 'dispute.report-filed.v1',
  datacontenttype: 'application/json',
  data: DATA,
};
const READ = { id: 'e-1', source: EVENT.source, type: EVENT.type, data: DATA, key: 'k' };

const received = (headers: Record<string, string>, body: unknown): ReceivedMessage => ({
  topic: 'dispute.intake.v1',
  partition: 0,
  offset: '0',
  key: 'k',
  headers,
  body: body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const binary = (change: Record<string, string> = {}, body: unknown = DATA) => received({ ...BINARY, ...change }, body);
const structured = (change: object = {}) => received(STRUCTURED, { ...EVENT, ...change });
const without = (name: string) => {
  const { [name]: _, ...rest } = BINARY as Record<string, string>;
  return received(rest, DATA);
};

describe('a message that is read', () => {
  it.each([
    ['in binary mode', binary()],
    ['with a charset', binary({ 'content-type': 'application/json; charset=utf-8' })],
    [
      'with headers as HTTP spells them',
      received({ ...BINARY, 'content-type': '', 'Content-Type': 'application/json' }, DATA),
    ],
    [
      'with a time and extensions',
      binary({ ce_time: '2025-03-01T09:00:00+08:00', ce_traceparent: '00-1', other: 'x' }),
    ],
    ['in structured mode, without a time', structured()],
    [
      'in structured mode, with a time and extensions',
      structured({ time: '2025-03-01T09:00:00+08:00', traceparent: '00-1' }),
    ],
  ])('%s', (_, message) => expect(readIntake(message)).toStrictEqual(READ));

  it.each([Kafka.binary, Kafka.structured])('is what the CloudEvents library writes: %#', (write) => {
    const { headers, body } = write(new CloudEvent(EVENT));
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const there = Object.entries(headers).filter(([, value]) => value !== undefined);
    const plain = Object.fromEntries(there.map(([name, value]) => [name, String(value)]));
    expect(readIntake(received(plain, text))).toStrictEqual(READ);
  });

  it('keeps no key where there is none', () =>
    expect(readIntake({ ...binary(), key: undefined })).toStrictEqual({ ...READ, key: undefined }));
});

const SECRET = '示例机密';
const PROTO = `{"specversion":"1.0","id":"e","source":"s","type":"dispute.report-filed.v1","__proto__":{"validate":1},"data":{}}`;

describe('a message that is not', () => {
  it.each<[string, ReceivedMessage, string]>([
    ['bytes that are no UTF-8', binary({}, new Uint8Array([0xff, 0xfe, 0x00])), 'the body is not UTF-8'],
    ['nothing at all', received({}, ''), 'the CloudEvents attribute specversion is missing'],
    [
      'no CloudEvents headers',
      received({ 'content-type': 'application/json' }, DATA),
      'the CloudEvents attribute specversion is missing',
    ],
    ['no id', without('ce_id'), 'the CloudEvents attribute id is missing'],
    ['no source', without('ce_source'), 'the CloudEvents attribute source is missing'],
    ['no type', without('ce_type'), 'the CloudEvents attribute type is missing'],
    ['an empty id', binary({ ce_id: '' }), 'the attributes or the JSON of the data are malformed'],
    ['another version', binary({ ce_specversion: '0.3' }), 'the attributes are not those of CloudEvents 1.0'],
    ['a wrong type', binary({ ce_type: SECRET }), 'the CloudEvents attribute type is not right'],
    ['a source without end', binary({ ce_source: 'a'.repeat(201) }), 'the CloudEvents attribute source is not right'],
    ['a source that is no URI', binary({ ce_source: 'a b' }), 'the attributes are not those of CloudEvents 1.0'],
    ['a time that is none', binary({ ce_time: SECRET }), 'the attributes or the JSON of the data are malformed'],
    ['half a JSON text', binary({}, `{"facts":"${SECRET}`), 'the attributes or the JSON of the data are malformed'],
    ['a list', binary({}, [DATA]), 'the data is not a JSON object; is its content type application/json?'],
    [
      'text',
      binary({ 'content-type': 'text/plain' }),
      'the data is not a JSON object; is its content type application/json?',
    ],
    [
      'no content type',
      without('content-type'),
      'the data is not a JSON object; is its content type application/json?',
    ],
    [
      'a batch',
      received({ 'content-type': 'application/cloudevents-batch+json' }, [EVENT]),
      'a batch of events is not taken: send each by itself',
    ],
    ['half a structured event', received(STRUCTURED, `{"id":"${SECRET}`), 'the structured event is not a JSON object'],
    ['a structured list', received(STRUCTURED, [EVENT]), 'the structured event is not a JSON object'],
    ['a structured event without an id', structured({ id: undefined }), 'the CloudEvents attribute id is missing'],
    ['a structured event of numbers', structured({ id: 7 }), 'the CloudEvents attribute id is missing'],
    ['a structured time that is none', structured({ time: SECRET }), 'the attributes are not those of CloudEvents 1.0'],
    [
      'structured data in bytes',
      structured({ data: undefined, data_base64: 'e30=' }),
      'the data is not a JSON object; is its content type application/json?',
    ],
    [
      'structured data that is text',
      structured({ data: SECRET }),
      'the data is not a JSON object; is its content type application/json?',
    ],
  ])('says why, and quotes nothing: %s', (_, message, reason) => expect(readIntake(message)).toBe(reason));

  it('is not let in by what it calls its prototype', () => {
    expect(typeof readIntake(received(STRUCTURED, PROTO))).toBe('string');
    expect(Object.hasOwn(Object.prototype, 'validate')).toBe(false);
  });
});
