import fc from 'fast-check';
import type { JsonObject } from '@mediation/kernel';
import { canonicalJson, comparePositions } from '@mediation/event-store/port';

const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('properties of the port', () => {
  it('compares any two positions number by number', () => {
    fc.assert(
      fc.property(fc.tuple(number, number, number), fc.tuple(number, number, number), (a, b) => {
        const order = a.map((n, i) => (n < b[i]! ? -1 : n > b[i]! ? 1 : 0)).find((sign) => sign !== 0) ?? 0;
        expect(Math.sign(comparePositions(a.join('.'), b.join('.')))).toBe(order);
      }),
    );
  });

  it('hashes any JSON alike before and after a trip through text and other key orders', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      );
    };
    const json = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
    fc.assert(
      fc.property(json, (data) => {
        const back = turned(JSON.parse(JSON.stringify(data))) as JsonObject;
        expect(canonicalJson(back)).toBe(canonicalJson(data as JsonObject));
      }),
    );
  });
});
