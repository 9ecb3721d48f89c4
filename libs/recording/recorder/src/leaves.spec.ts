import { leavesOf } from './leaves';

it('names every value by its pointer, also those that hold nothing', () => {
  const value = { a: [1, { b: null }], 'c/d~': 'x', e: {}, f: [], g: undefined };
  expect([...leavesOf(value)]).toEqual([
    ['/a/0', '1'],
    ['/a/1/b', 'null'],
    ['/c~1d~0', '"x"'],
    ['/e', '{}'],
    ['/f', '[]'],
  ]);
  expect([...leavesOf({})]).toEqual([]);
});
