/** Does the work of one lane in order, and of so many lanes at once. The work never rejects. */
export const inLanes = async <Item>(
  items: readonly Item[],
  laneOf: (item: Item) => string,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane === undefined) lanes.set(laneOf(item), [item]);
    else lane.push(item);
  }
  // One iterator for all: who is done with a lane takes the next that nobody has begun.
  const waiting = lanes.values();
  const worker = async (): Promise<void> => {
    for (const lane of waiting) for (const item of lane) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.size) }, worker));
};
