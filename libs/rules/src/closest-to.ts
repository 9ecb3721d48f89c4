/** How many letters must be added, left out or replaced to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, its] of [...other].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === its ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
};

/** The word that was probably meant: the nearest by letters; of equally near ones the first. */
export const closestTo = (word: string, words: readonly string[]): string | undefined => {
  const [best] = words.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far);
  return best?.each;
};
