import fc from 'fast-check';
import { comparePositions, parsePosition } from './position';

const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('positions', () => {
  it('are ordered number by number, also beyond what a double can hold', () => {
    fc.assert(
      fc.property(fc.tuple(number, number, number), fc.tuple(number, number, number), (a, b) => {
        const order = a.map((n, i) => (n < b[i]! ? -1 : n > b[i]! ? 1 : 0)).find((sign) => sign !== 0) ?? 0;
        expect(Math.sign(comparePositions(a.join('.'), b.join('.')))).toBe(order);
      }),
    );
    expect(comparePositions('1.9007199254740993.0', '1.9007199254740992.0')).toBeGreaterThan(0);
    expect(comparePositions('1.9.9', '1.10.0')).toBeLessThan(0);
    expect(comparePositions('1.2.3', '1.2.3')).toBe(0);
  });

  it('are three numbers and nothing else', () => {
    expect(parsePosition('1.745.12')).toEqual(['1', '745', '12']);
    for (const text of ['', '1.2', '1.2.3.4', '1.02.3', ' 1.2.3', '1.2.x', '1.-2.3']) {
      expect(() => parsePosition(text)).toThrow('not a position');
    }
  });
});
