import { compare } from './compare';

test('baseline and candidate take turns, and each is compared with its own neighbour', async () => {
  const order: string[] = [];
  const told: number[] = [];
  const [baselines, candidates] = [
    [100, 50, 200],
    [50, 50, 150],
  ];
  const side = (name: string, rates: number[]) => () => {
    order.push(name);
    return Promise.resolve(rates.shift()!);
  };
  const result = await compare(
    3,
    { baseline: side('baseline', baselines!), candidate: side('candidate', candidates!) },
    (_, n) => told.push(n),
  );
  expect(order).toStrictEqual(['baseline', 'candidate', 'baseline', 'candidate', 'baseline', 'candidate']);
  expect(told).toStrictEqual([1, 2, 3]);
  expect(result).toStrictEqual({
    pairs: [
      { baseline: 100, candidate: 50 },
      { baseline: 50, candidate: 50 },
      { baseline: 200, candidate: 150 },
    ],
    baseline: { median: 100, min: 50, max: 200 },
    candidate: { median: 50, min: 50, max: 150 },
    ratio: { median: 0.75, min: 0.5, max: 1 },
  });
});
