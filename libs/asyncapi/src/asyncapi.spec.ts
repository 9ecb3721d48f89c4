import { DiagnosticSeverity, Parser } from '@asyncapi/parser';
import type { JsonObject } from '@mediation/kernel';
import Ajv from 'ajv';
import type { z } from 'zod';
import { asyncApi } from './asyncapi';
import { contracts } from './contracts';
import { marksPersonalData } from './json-schema';
import { storedEvents } from './lifecycle.contexts';

const document = asyncApi();
const json = JSON.stringify(document);
const { channels, operations, components } = JSON.parse(json) as {
  channels: Record<string, { address: string; messages: object }>;
  operations: Record<string, { action: string; reply?: object }>;
  components: { messages: Record<string, Message>; schemas: JsonObject };
};
interface Message {
  readonly headers: JsonObject;
  readonly payload: JsonObject;
  readonly examples: readonly { readonly name: string; readonly headers: JsonObject; readonly payload: JsonObject }[];
  readonly 'x-personal-data': boolean;
}

/** The patterns say what the formats say. */
const ajv = new Ajv({ validateFormats: false });
ajv.addVocabulary(['x-personal-data', 'components']);
const accepts = (schema: JsonObject) => {
  const validate = ajv.compile({ ...schema, components });
  return (value: unknown) => (validate(value) ? 'valid' : ajv.errorsText(validate.errors));
};

describe('the AsyncAPI document', () => {
  it('is one without an error or a warning, as the AsyncAPI parser sees it', async () => {
    const diagnostics = await new Parser().validate(json);
    const grave = diagnostics.filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
    expect(grave.map(({ code, path, message }) => [code, path.join('/'), message])).toEqual([]);
  });

  it.each([
    [
      'a message that is not there',
      '#/components/messages/dispute.closed.v1',
      '#/components/messages/dispute.ended.v1',
    ],
    ['a schema that is none', '"type":"integer"', '"type":"whole"'],
    ['an operation that is none', '"action":"receive"', '"action":"take"'],
  ])('is refused by it for %s', async (_, right, wrong) => {
    expect(json).toContain(right);
    const diagnostics = await new Parser().validate(json.replaceAll(right, wrong));
    expect(diagnostics.some(({ severity }) => severity <= DiagnosticSeverity.Warning)).toBe(true);
  });

  it('has every topic that others may read or write, and who does what', () => {
    expect(Object.keys(channels)).toEqual([
      'dispute.lifecycle.v1',
      'dispute.lifecycle.v1.dead-letter',
      'dispute.intake.v1',
      'dispute.intake.v1.dead-letter',
      'dispute.receipts.v1',
    ]);
    expect(Object.values(operations).map(({ action }) => action)).toEqual(['send', 'send', 'receive', 'send', 'send']);
    expect(operations['receive.dispute.intake.v1']?.reply).toEqual({
      channel: { $ref: '#/channels/dispute.receipts.v1' },
      messages: [{ $ref: '#/channels/dispute.receipts.v1/messages/dispute.intake-receipt.v1' }],
    });
  });

  it('has every stored event, and each contract once', () => {
    expect(Object.keys(channels['dispute.lifecycle.v1']!.messages)).toEqual(storedEvents().map(({ name }) => name));
    const names = contracts().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const dead = ['dispute.lifecycle.v1.dead-letter', 'dispute.intake.v1.dead-letter'];
    expect(Object.keys(components.messages).sort()).toEqual([...names, ...dead].sort());
  });
});

describe.each(contracts().map(({ name }) => [name, components.messages[name]!] as const))(
  'the examples of %s',
  (_, { headers, payload, examples }) => {
    it('are what their schema says', () => {
      expect(examples.length).toBeGreaterThan(0);
      const [head, body] = [accepts(headers), accepts(payload)];
      expect(examples.map((each) => [each.name, head(each.headers), body(each.payload)])).toEqual(
        examples.map(({ name }) => [name, 'valid', 'valid']),
      );
    });

    it('would not be, were a part of them missing or of another event', () => {
      const [head, body] = [accepts(headers), accepts(payload)];
      const example = examples[0]!;
      expect(head({ ...example.headers, ce_type: 'dispute.other.v1' })).not.toBe('valid');
      expect(head({ ...example.headers, ce_id: undefined })).not.toBe('valid');
      expect(body({})).not.toBe('valid');
      expect(body('text')).not.toBe('valid');
    });
  },
);

/** Property names under which people are found, wherever they are. */
const PERSONAL = ['name', 'identityNumber', 'phone', 'address', 'health', 'text', 'facts', 'placeText', 'note'];

const unmarked = (schema: unknown, at = ''): string[] => {
  if (typeof schema !== 'object' || schema === null || ('x-personal-data' in schema && schema['x-personal-data']))
    return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.entries(properties).flatMap(([key, value]) => {
      const marked = typeof value === 'object' && value !== null && 'x-personal-data' in value;
      return PERSONAL.includes(key) && !marked ? [`${at}/${key}`] : unmarked(value, `${at}/${key}`);
    }),
    ...Object.entries(rest).flatMap(([key, value]) => unmarked(value, `${at}/${key}`)),
  ];
};

describe('personal data', () => {
  it('is marked wherever it can be, and the message with it', () => {
    const messages = Object.entries(components.messages);
    expect(messages.flatMap(([name, { payload }]) => unmarked(payload, name))).toEqual([]);
    const marked = messages.filter(([, each]) => each['x-personal-data']).map(([name]) => name);
    const stored = storedEvents().filter(({ schema }) => 'personal' in (schema as z.ZodObject).shape);
    expect(marked.sort()).toEqual(
      [
        ...stored.map(({ name }) => name),
        'dispute.report-filed.v1',
        'dispute.referral-filed.v1',
        'dispute.intake-receipt.v1',
        'dispute.intake.v1.dead-letter',
        'dispute.lifecycle.v1.dead-letter',
      ].sort(),
    );
  });

  it('is found by the test that looks for it', () => {
    const part = { properties: { phone: { type: 'string' } } };
    expect(unmarked({ anyOf: [{ properties: { people: { items: part } } }] })).toEqual(['/anyOf/0/people/items/phone']);
    expect(unmarked({ properties: { personal: { ...part, 'x-personal-data': true } } })).toEqual([]);
    expect([marksPersonalData({ a: [{ 'x-personal-data': true }] }), marksPersonalData({ a: 1 })]).toEqual([
      true,
      false,
    ]);
  });

  it('is in no header', () =>
    expect(Object.values(components.messages).filter(({ headers }) => marksPersonalData(headers))).toEqual([]));
});
