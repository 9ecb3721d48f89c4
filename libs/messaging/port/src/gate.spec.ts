import { createGate } from './gate';

describe('a gate', () => {
  it('lets so many in at once, and the others in their order as places become free', async () => {
    const enter = createGate(2);
    const finish: (() => void)[] = [];
    const begun: number[] = [];
    const works = [0, 1, 2, 3].map((n) =>
      enter(() => {
        begun.push(n);
        return new Promise<number>((resolve) => finish.push(() => resolve(n)));
      }),
    );
    expect(begun).toEqual([0, 1]);
    finish[1]!();
    expect(await works[1]).toBe(1);
    expect(begun).toEqual([0, 1, 2]);
    finish[0]!();
    expect(await works[0]).toBe(0);
    expect(begun).toEqual([0, 1, 2, 3]);
    finish[2]!();
    finish[3]!();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it('gives a place back when the work fails', async () => {
    const enter = createGate(1);
    await expect(enter(() => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
    expect(await enter(() => Promise.resolve('next'))).toBe('next');
  });
});
