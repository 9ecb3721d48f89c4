import { eventually, notYet } from './index';

describe('eventually', () => {
  it('resolves to the first value', async () => {
    let asked = 0;
    expect(await eventually('three', () => (++asked < 3 ? notYet(asked) : asked))).toBe(3);
  });

  it('takes null, false, 0 and an empty text for values', async () => {
    for (const value of [null, false, 0, '']) expect(await eventually('a value', () => value)).toBe(value);
  });

  it('names what it waited for and what it last saw', async () => {
    const waiting = eventually('the row', () => notYet({ rows: 0 }), { timeoutMs: 30, intervalMs: 10 });
    await expect(waiting).rejects.toThrow('not within 30 ms: the row; last saw: {"rows":0}');
  });

  it('reports the error of a probe that kept failing', async () => {
    const probe = () => Promise.reject(new TypeError('no such table'));
    const waiting = eventually('the row', probe, { timeoutMs: 30, intervalMs: 10 });
    await expect(waiting).rejects.toThrow('not within 30 ms: the row; last saw: TypeError: no such table');
  });
});
