import type { Contract } from '@mediation/asyncapi';
import { z } from 'zod';
import { review, type Current } from './review';

const contract = (schema: z.ZodType, more: Partial<Contract> = {}): Contract => ({
  name: 'dispute.thing-done.v1',
  direction: 'out',
  title: 'T',
  what: 'W',
  schema,
  examples: [],
  ...more,
});
const golden = (party: string) => ({
  file: 'dispute.thing-done.v1.json',
  storedName: 'dispute.thing-done.v1',
  minimal: false,
  data: { party },
});
const current = (more: Partial<Current> = {}): Current => ({
  contracts: [contract(z.strictObject({ party: z.string() }))],
  goldens: [golden('p1')],
  reads: () => false,
  ...more,
});

const { record } = review({}, current());

describe('what was published', () => {
  it('is taken down when it is new', () =>
    expect(record).toEqual({
      'dispute.thing-done.v1': {
        direction: 'out',
        shape: {
          type: 'object',
          properties: { party: { type: 'string' } },
          required: ['party'],
          additionalProperties: false,
        },
        goldens: { 'dispute.thing-done.v1.json': 'b1aaaeb8d053de075b5b33db08043cfb894aa579a3be6bf7039a1983f1df3876' },
      },
    }));

  it('stays as it is', () => expect(review(record, current())).toEqual({ broken: [], record }));

  it('is held to in what we write: no field less, none more, none renamed', () => {
    const broken = (schema: z.ZodType) => review(record, current({ contracts: [contract(schema)] })).broken;
    expect(broken(z.strictObject({}))).toEqual(['dispute.thing-done.v1 party: the field is gone']);
    expect(broken(z.strictObject({ party: z.string(), why: z.string().optional() }))).toEqual([
      'dispute.thing-done.v1 why: a new optional field',
    ]);
    expect(broken(z.strictObject({ partyId: z.string() }))).toEqual([
      'dispute.thing-done.v1 party: the field is gone',
      'dispute.thing-done.v1 partyId: a new required field',
    ]);
  });

  it('may be taken more generously in what others write, never less so', () => {
    const incoming = (schema: z.ZodType) => current({ contracts: [contract(schema, { direction: 'in' })] });
    const before = review({}, incoming(z.strictObject({ kind: z.enum(['a', 'b']) }))).record;
    const more = review(
      before,
      incoming(z.strictObject({ kind: z.enum(['a', 'b', 'c']), why: z.string().optional() })),
    );
    expect(more.broken).toEqual([]);
    expect(
      review(more.record, incoming(z.strictObject({ kind: z.enum(['a', 'b']), why: z.string().optional() }))).broken,
    ).toEqual(['dispute.thing-done.v1 kind: the word c is gone']);
  });

  it('does not turn round', () => {
    const turned = contract(z.strictObject({ party: z.string() }), { direction: 'in' });
    expect(review(record, current({ contracts: [turned] })).broken).toEqual(['dispute.thing-done.v1: out → in']);
  });

  it('may be worded better', () => {
    const worded = contract(z.strictObject({ party: z.string().meta({ description: 'D' }) }), { title: 'Better' });
    expect(review(record, current({ contracts: [worded] }))).toEqual({ broken: [], record });
  });

  it('does not vanish, unless a newer version reads it', () => {
    const next = [contract(z.strictObject({ id: z.string() }), { name: 'dispute.thing-done.v2' })];
    expect(review(record, current({ contracts: next })).broken).toEqual([
      'dispute.thing-done.v1: published, and nothing reads it any more',
    ]);
    const read = review(record, current({ contracts: next, reads: (name) => name === 'dispute.thing-done.v1' }));
    expect([read.broken, Object.keys(read.record)]).toEqual([[], ['dispute.thing-done.v1', 'dispute.thing-done.v2']]);
    expect(read.record['dispute.thing-done.v1']).toEqual(record['dispute.thing-done.v1']);
  });

  it('keeps its golden files, and they may become more', () => {
    const broken = (goldens: Current['goldens']) => review(record, current({ goldens })).broken;
    expect(broken([golden('p2')])).toEqual(['golden/dispute.thing-done.v1.json: altered']);
    expect(broken([])).toEqual(['golden/dispute.thing-done.v1.json: gone']);
    expect(broken([golden('p1'), { ...golden('p2'), file: 'dispute.thing-done.v1.minimal.json' }])).toEqual([]);
  });
});
