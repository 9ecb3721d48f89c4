import { percentile } from './percentile';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  test.each([
    [hundred, 50, 50],
    [hundred, 99, 99],
    [hundred, 100, 100],
    [hundred, 0, 1],
    [[10, 9, 200], 50, 10],
    [[10, 9, 200], 99, 200],
    [[7], 50, 7],
  ])('of %j, %d %% is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });
  test('says nothing of nothing', () => {
    expect(() => percentile([], 50)).toThrow('nothing was measured');
  });
});
