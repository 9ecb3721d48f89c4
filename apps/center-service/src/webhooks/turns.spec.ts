import { Turns } from './turns';

const stream = (subscription: string, dispute: number) => ({ subscription, dispute: `d${dispute}` });

/** What is begun ends when it is told to. */
const openTelling = (limit: number) => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const turns = new Turns(limit, ({ subscription, dispute }) => {
    begun.push(`${subscription} ${dispute}`);
    return new Promise<void>((resolve) => ends.set(`${subscription} ${dispute}`, resolve));
  });
  const end = async (which: string) => {
    ends.get(which)!();
    await new Promise(setImmediate);
  };
  return { turns, begun, end };
};

describe('the turns of a subscription', () => {
  it('are as many as its limit, in the order they came, each once, and nobody else’s', async () => {
    const { turns, begun, end } = openTelling(2);
    const taken = [1, 2, 3, 4, 3].map((n) => turns.take(stream('slow', n)));
    void turns.take(stream('fast', 1));
    expect(begun).toEqual(['slow d1', 'slow d2', 'fast d1']);
    await end('slow d1');
    expect(begun.slice(3)).toEqual(['slow d3']);
    await end('slow d3');
    await end('slow d2');
    await end('slow d4');
    expect(begun.slice(4)).toEqual(['slow d4']);
    await Promise.all(taken);
    void turns.take(stream('slow', 5));
    expect(begun.at(-1)).toBe('slow d5');
  });

  it('go on after one that failed', async () => {
    const turns = new Turns(1, () => Promise.reject(new Error('no database')));
    await expect(turns.take(stream('a', 1))).rejects.toThrow('no database');
    await expect(turns.take(stream('a', 2))).rejects.toThrow('no database');
  });
});
