import { spreadOf } from './spread';

describe('spreadOf', () => {
  test('takes the middle one of an odd number, whatever their order', () => {
    expect(spreadOf([9, 1, 5])).toStrictEqual({ median: 5, min: 1, max: 9 });
  });
  test('takes the mean of the two in the middle of an even number', () => {
    expect(spreadOf([10, 1, 2, 4])).toStrictEqual({ median: 3, min: 1, max: 10 });
  });
  test('sorts numbers, not their spellings', () => {
    expect(spreadOf([100, 9, 20])).toStrictEqual({ median: 20, min: 9, max: 100 });
  });
  test('says nothing of nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });
});
