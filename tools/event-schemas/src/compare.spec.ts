import type { JsonObject } from '@mediation/kernel';
import { z } from 'zod';
import { differences, type Effect } from './compare';
import { fingerprint, shapeOf } from './shape';

const shape = (schema: z.ZodType): JsonObject =>
  shapeOf(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))) as JsonObject);

const FIELDS = {
  party: z.string().min(1),
  reason: z.enum(['a', 'b']),
  note: z.string().max(10).optional(),
  parties: z.array(z.strictObject({ id: z.string() })).min(1),
  personal: z.record(z.string(), z.strictObject({ phone: z.string().optional() })).meta({ 'x-personal-data': true }),
};
const event = (more: z.ZodRawShape = {}) => z.strictObject({ ...FIELDS, ...more });
const { party: _party, ...withoutParty } = FIELDS;
const { note: _note, ...withoutNote } = FIELDS;

type Case = readonly [
  what: string,
  before: z.ZodType,
  after: z.ZodType,
  expected: readonly (readonly [string, string, Effect])[],
];

const CASES: readonly Case[] = [
  ['a required field removed', event(), z.strictObject(withoutParty), [['party', 'the field is gone', 'other']]],
  ['an optional field removed', event(), z.strictObject(withoutNote), [['note', 'the field is gone', 'other']]],
  [
    'a field renamed',
    event(),
    z.strictObject({ ...withoutParty, partyId: FIELDS.party }),
    [
      ['party', 'the field is gone', 'other'],
      ['partyId', 'a new required field', 'other'],
    ],
  ],
  [
    'an optional field renamed',
    event(),
    z.strictObject({ ...withoutNote, remark: FIELDS.note }),
    [
      ['note', 'the field is gone', 'other'],
      ['remark', 'a new optional field', 'wider'],
    ],
  ],
  ['a new required field', event(), event({ more: z.string() }), [['more', 'a new required field', 'other']]],
  [
    'a new optional field',
    event(),
    event({ more: z.string().optional() }),
    [['more', 'a new optional field', 'wider']],
  ],
  [
    'an optional field required',
    event(),
    event({ note: z.string().max(10) }),
    [['note', 'is required now', 'narrower']],
  ],
  [
    'a required field optional',
    event(),
    event({ party: z.string().min(1).optional() }),
    [['party', 'is optional now', 'wider']],
  ],
  ['a word fewer', event(), event({ reason: z.enum(['a']) }), [['reason', 'the word b is gone', 'narrower']]],
  ['a word more', event(), event({ reason: z.enum(['a', 'b', 'c']) }), [['reason', 'the word c is new', 'wider']]],
  [
    'a word spelled differently',
    event(),
    event({ reason: z.enum(['a', 'B']) }),
    [
      ['reason', 'the word b is gone', 'narrower'],
      ['reason', 'the word B is new', 'wider'],
    ],
  ],
  ['a list of words let go', event(), event({ reason: z.string() }), [['reason', 'enum', 'other']]],
  [
    'another type',
    event(),
    event({ note: z.boolean().optional() }),
    [
      ['note', 'type is another', 'other'],
      ['note', 'maxLength is another', 'other'],
    ],
  ],
  [
    'a type more',
    event(),
    event({ reason: z.enum(['a', 'b']).nullable() }),
    [
      ['reason', 'type is another', 'other'],
      ['reason', 'enum', 'other'],
      ['reason', 'anyOf is another', 'other'],
    ],
  ],
  ['a longer text', event(), event({ note: z.string().max(20).optional() }), [['note', 'maxLength 10 → 20', 'wider']]],
  [
    'a shorter text',
    event(),
    event({ note: z.string().max(5).optional() }),
    [['note', 'maxLength 10 → 5', 'narrower']],
  ],
  ['a bound let go', event(), event({ note: z.string().optional() }), [['note', 'maxLength is another', 'other']]],
  ['a higher least', event(), event({ party: z.string().min(2) }), [['party', 'minLength 1 → 2', 'narrower']]],
  ['a lower least', event(), event({ party: z.string().min(0) }), [['party', 'minLength 1 → 0', 'wider']]],
  ['a pattern', event(), event({ party: z.string().min(1).regex(/^p/) }), [['party', 'pattern is another', 'other']]],
  ['a default', event(), event({ note: z.string().max(10).default('') }), [['note', 'default is another', 'other']]],
  [
    'a field of an item',
    event(),
    event({ parties: z.array(z.strictObject({ id: z.string(), role: z.string() })).min(1) }),
    [['parties.[].role', 'a new required field', 'other']],
  ],
  [
    'a field of a value',
    event(),
    event({
      personal: z
        .record(z.string(), z.strictObject({ mobile: z.string().optional() }))
        .meta({ 'x-personal-data': true }),
    }),
    [
      ['personal.*.phone', 'the field is gone', 'other'],
      ['personal.*.mobile', 'a new optional field', 'wider'],
    ],
  ],
  [
    'personal data no longer marked',
    event(),
    event({ personal: z.record(z.string(), z.strictObject({ phone: z.string().optional() })) }),
    [['personal', 'x-personal-data is another', 'other']],
  ],
  ['an object opened', event(), z.looseObject(FIELDS), [['', 'other fields are allowed now', 'wider']]],
  ['an object closed', z.looseObject(FIELDS), event(), [['', 'no other fields are allowed now', 'narrower']]],
  [
    'other fields of a kind',
    z.looseObject(FIELDS),
    z.object(FIELDS).catchall(z.string()),
    [['', 'other fields mean something else', 'other']],
  ],
  [
    'a branch of a choice',
    z.union([event(), z.string()]),
    z.union([event({ reason: z.enum(['a']) }), z.number()]),
    [
      ['(1).reason', 'the word b is gone', 'narrower'],
      ['(2)', 'type is another', 'other'],
    ],
  ],
  [
    'a branch more',
    z.union([event(), z.string()]),
    z.union([event(), z.string(), z.number()]),
    [['', 'anyOf is another', 'other']],
  ],
];

describe('what changes in a schema', () => {
  it.each(CASES)('is told: %s', (_, before, after, expected) => {
    const found = differences(shape(before), shape(after), '');
    expect(found.map(({ at, what, effect }) => [at, what, effect])).toEqual(expected);
  });

  it.each<[string, z.ZodType, z.ZodType]>([
    ['nothing', event(), event()],
    ['the order of fields', event(), z.strictObject(Object.fromEntries(Object.entries(FIELDS).reverse()))],
    ['the order of words', event(), event({ reason: z.enum(['b', 'a']) })],
    [
      'the wording',
      event(),
      event({
        party: z
          .string()
          .min(1)
          .meta({ title: 'T', description: 'D', examples: ['p1'] }),
      }),
    ],
    ['personal data marked at last', event(), event({ party: z.string().min(1).meta({ 'x-personal-data': true }) })],
    [
      'a field more where more were to be expected',
      z.looseObject(FIELDS),
      z.looseObject({ ...FIELDS, more: z.string().optional() }),
    ],
  ])('is none: %s', (_, before, after) => expect(differences(shape(before), shape(after), '')).toEqual([]));
});

describe('a shape', () => {
  it('is a schema without its wording, and fields may be called like wording', () =>
    expect(
      shapeOf({
        $id: 'x',
        title: 'T',
        type: 'object',
        properties: { title: { type: 'string', title: 'T' }, description: { description: 'D', enum: ['title'] } },
        anyOf: [{ description: 'D', const: 1 }],
      }),
    ).toEqual({
      type: 'object',
      properties: { title: { type: 'string' }, description: { enum: ['title'] } },
      anyOf: [{ const: 1 }],
    }));

  it('has one fingerprint however it is written', () => {
    expect(fingerprint({ a: 1, b: [2] })).toBe(fingerprint({ b: [2], a: 1 }));
    expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: 2 }));
  });
});
