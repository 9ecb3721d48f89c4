import fc from 'fast-check';
import { linkedGroups, type Pair } from './linked-groups';

const SEED = 20_251_129;
const pair = (a: string, b: string, relation: Pair['relation'] = 'related'): Pair => ({ a, b, relation });

it('joins what is linked through others, the largest group first', () =>
  expect(
    linkedGroups([pair('d', 'e', 'duplicate'), pair('a', 'b'), pair('b', 'c'), pair('f', 'g', 'distinct')]),
  ).toEqual([
    { members: ['a', 'b', 'c'], duplicates: 0, related: 2 },
    { members: ['d', 'e'], duplicates: 1, related: 0 },
  ]));

it(`puts every linked dispute into exactly one group, whatever the order of the pairs (seed ${SEED})`, () => {
  const id = fc.constantFrom(...'abcdefghij');
  const pairs = fc.array(
    fc
      .tuple(id, id)
      .filter(([a, b]) => a < b)
      .map(([a, b]) => pair(a, b)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pairs, (given) => {
      const groups = linkedGroups(given);
      const ids = groups.flatMap(({ members }) => members);
      expect([...ids].sort()).toEqual([...new Set(given.flatMap(({ a, b }) => [a, b]))].sort());
      for (const { a, b } of given)
        expect(groups.some(({ members }) => members.includes(a) && members.includes(b))).toBe(true);
      expect(linkedGroups([...given].reverse())).toEqual(groups);
    }),
    { seed: SEED },
  );
});
