import fc from 'fast-check';
import { comparePositions } from '@mediation/event-store/port';
import { fromSortablePosition, sortablePosition } from './sortable-position';

const number = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const position = fc.tuple(number, number, number).map((parts) => parts.join('.'));

it('orders as text as positions do, and can be read back', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const [x, y] = [sortablePosition(a), sortablePosition(b)];
      expect(Math.sign(x < y ? -1 : Number(x > y))).toBe(Math.sign(comparePositions(a, b)));
      expect(fromSortablePosition(x)).toBe(a);
    }),
    { numRuns: 5_000 },
  );
});
