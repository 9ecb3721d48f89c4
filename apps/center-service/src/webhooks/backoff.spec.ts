import { STANDARD_BACKOFF, waitAfter } from './backoff';

describe('the wait after a failure', () => {
  it('grows to more than three days in all, and then it is given up', () => {
    const total = STANDARD_BACKOFF.reduce((sum, each) => sum + each, 0);
    // 5 s + 5 min + 30 min + (2 + 5 + 10 + 14 + 20 + 24) h
    expect(total).toBe(5_000 + 35 * 60_000 + 75 * 3_600_000);
    expect(waitAfter(9, 0)).toBe(24 * 3_600_000);
    expect(waitAfter(10, 0)).toBeUndefined();
  });

  it('is up to a fifth longer by chance', () =>
    expect([waitAfter(1, 0), waitAfter(1, 0.5), waitAfter(1, 1)]).toEqual([5_000, 5_500, 6_000]));
});
