import { setImmediate } from 'node:timers/promises';
import { inLanes } from './in-lanes';

const run = async (items: readonly string[], atOnce: number) => {
  const done: string[] = [];
  let running = 0;
  let most = 0;
  const laneOf = (item: string): string => item[0]!;
  await inLanes(items, laneOf, atOnce, async (item) => {
    most = Math.max(most, (running += 1));
    // Lanes further on are faster: only order within a lane is left to chance.
    for (let turns = 100 - item.charCodeAt(0); turns > 0; turns -= 1) await setImmediate();
    running -= 1;
    done.push(item);
  });
  return { done, most };
};

it('keeps the order of a lane, and passes from lane to lane no more than so many at once', async () => {
  const items = ['A1', 'B1', 'A2', 'C1', 'B2', 'A3', 'D1', 'C2'];
  const { done, most } = await run(items, 3);
  expect(most).toBe(3);
  expect([...done].sort()).toEqual([...items].sort());
  for (const lane of ['A', 'B', 'C', 'D']) {
    const of = (list: readonly string[]) => list.filter((item) => item.startsWith(lane));
    expect(of(done)).toEqual(of(items));
  }
});

it('does one after the other where there is one lane, and nothing where there is nothing', async () => {
  expect(await run(['A1', 'A2', 'A3'], 8)).toEqual({ done: ['A1', 'A2', 'A3'], most: 1 });
  expect(await run([], 8)).toEqual({ done: [], most: 0 });
});
