import { Turns } from '../turns';

/** A work that goes on until it is let go, and tells when it began. */
const held = (began: string[], name: string) => {
  let letGo: (outcome?: Error) => void = () => undefined;
  const gate = new Promise<string>((resolve, reject) => {
    letGo = (error) => (error === undefined ? resolve(name) : reject(error));
  });
  const work = (): Promise<string> => {
    began.push(name);
    return gate;
  };
  return { work, letGo: (error?: Error) => letGo(error) };
};

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('lets so many go at once, and those that wait in the order they came', async () => {
    const turns = new Turns(2);
    const began: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => held(began, name));
    const done = works.map(({ work }, n) => turns.take(`stream-${n}`, work));
    await turnOfOthers();
    expect(began).toEqual(['a', 'b']);
    works[1]!.letGo();
    await turnOfOthers();
    expect(began).toEqual(['a', 'b', 'c']);
    works.forEach(({ letGo }) => letGo());
    expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets works of one stream go one after another, whatever becomes of them, and the others past', async () => {
    const turns = new Turns(10);
    const began: string[] = [];
    const [first, second, other] = [held(began, 'first'), held(began, 'second'), held(began, 'other')];
    const outcomes = Promise.allSettled([
      turns.take('one', first.work),
      turns.take('one', second.work),
      turns.take('other', other.work),
    ]);
    await turnOfOthers();
    expect(began).toEqual(['first', 'other']);
    first.letGo(new Error('refused'));
    await turnOfOthers();
    expect(began).toEqual(['first', 'other', 'second']);
    second.letGo();
    other.letGo();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('is drained once all have settled', async () => {
    const turns = new Turns(1);
    const began: string[] = [];
    const works = ['a', 'b'].map((name) => held(began, name));
    works.forEach(({ work }) => void turns.take('one', work));
    let isDrained = false;
    const drained = turns.drained().then(() => (isDrained = true));
    works[0]!.letGo();
    await turnOfOthers();
    expect([began, isDrained]).toEqual([['a', 'b'], false]);
    works[1]!.letGo();
    expect(await drained).toBe(true);
  });
});
