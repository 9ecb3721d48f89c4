const pairs = (word: string): readonly string[] => [...word].map((each, index, all) => each + (all[index + 1] ?? ''));

const likeness = (a: string, b: string): number => {
  const ofB = new Set([...b, ...pairs(b)]);
  return [...a, ...pairs(a)].filter((each) => ofB.has(each)).length / Math.max(a.length, b.length);
};

/** The word most like the one given; undefined when none is near enough. */
export const near = (word: string, words: readonly string[]): string | undefined =>
  words
    .map((each) => ({ each, score: likeness(word, each) }))
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)[0]?.each;
