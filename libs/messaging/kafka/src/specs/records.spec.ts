import fc from 'fast-check';
import type { Message as KafkaRecord } from 'kafkajs';
import { piecesOf, toDeadLetter, toReceived, type FetchedMessage } from '../records';

const LIMIT = 1_048_588;

const lengthOf = ({ key, value }: KafkaRecord): number =>
  Buffer.byteLength(key ?? '') + Buffer.byteLength(value ?? '') + 64;

const records = fc.array(
  fc.record({
    key: fc.string({ unit: 'grapheme', maxLength: 20 }),
    value: fc.nat({ max: 500_000 }).map((size) => Buffer.alloc(size)),
  }),
  { maxLength: 12 },
);

describe('pieces of what is sent at once', () => {
  it('hold everything in order, and each less than the broker takes', () => {
    fc.assert(
      fc.property(records, (all) => {
        const pieces = piecesOf(all);
        expect(pieces.flat()).toEqual(all);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.reduce((sum, record) => sum + lengthOf(record), 0)).toBeLessThan(LIMIT);
        }
      }),
    );
  });

  it('are one for 500 small messages', () => {
    const small = Array.from({ length: 500 }, (_, n) => ({
      key: `key-${n}`,
      value: 'x'.repeat(1_200),
      headers: { a: 'b' },
    }));
    expect(piecesOf(small).length).toBe(1);
  });

  it('leave a message alone that is larger than all together may be', () => {
    const sizes = [10, 2_000_000, 10, 10].map((size) => ({ value: 'x'.repeat(size) }));
    expect(piecesOf(sizes).map((piece) => piece.map(({ value }) => value?.length))).toEqual([
      [10],
      [2_000_000],
      [10, 10],
    ]);
  });
});

/** As kafkajs hands it over: a value of null, and what it makes of a header named like an inherited property. */
const odd: FetchedMessage = {
  key: null,
  value: null,
  offset: '7',
  headers: { none: null, constructor: [Object, Buffer.from('c')], some: [Buffer.from('1'), null] },
};

describe('a message that kafkajs reads in its own way', () => {
  it('is told by its first values', () => {
    expect(toReceived({ topic: 't', partition: 3 }, odd)).toEqual({
      topic: 't',
      partition: 3,
      offset: '7',
      key: undefined,
      headers: { none: '', constructor: 'c', some: '1' },
      body: new Uint8Array(),
    });
  });

  it('becomes a dead letter that kafkajs can write', () => {
    expect(toDeadLetter({ topic: 't', partition: 3 }, odd, 'r')).toEqual({
      key: null,
      value: null,
      headers: {
        none: [Buffer.alloc(0)],
        constructor: [Buffer.from('c')],
        some: [Buffer.from('1'), Buffer.alloc(0)],
        'dead-letter-reason': 'r',
        'dead-letter-topic': 't',
        'dead-letter-partition': '3',
        'dead-letter-offset': '7',
      },
    });
  });
});
