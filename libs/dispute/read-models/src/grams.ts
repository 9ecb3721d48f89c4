/**
 * Text as it is searched, and as it is searched for: width and case do not matter, nor how much space is between words.
 */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const SPACE = 0x20;

/** Below every character of a searchable text. */
const NONE = 0;

/** Two UTF-16 units in the 32 bits of a signed integer; one alone has nothing before it. */
const gram = (first: number, second: number): number => (first << 16) | second;

const unitsOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/**
 * Every unit of a searchable text and every two that follow each other, each once, as integers: exact, no hash. A text holds another
 * only if it has all of its grams, so that an index on them misses nothing; that it does hold it is checked on the text.
 */
export const gramsOf = (text: string): readonly number[] => {
  const grams = new Set<number>();
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit !== SPACE) {
      grams.add(gram(NONE, unit));
      if (before !== SPACE) grams.add(gram(before, unit));
    }
    before = unit;
  }
  return [...grams].sort((a, b) => a - b);
};

/** What a text must have in order to hold the word: its pairs, or the one character it is. */
export const gramsSought = (word: string): readonly number[] => {
  const units = unitsOf(word);
  const grams = units.length === 1 ? [gram(NONE, units[0]!)] : units.slice(1).map((unit, i) => gram(units[i]!, unit));
  return [...new Set(grams)];
};

/** No text of a dispute has it: control characters are spaces there. */
const MONTH = 1;

/** The month of a day as a gram beside those of the text, so that one index finds both. */
export const monthGram = (day: string): number =>
  gram(MONTH, (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1);
