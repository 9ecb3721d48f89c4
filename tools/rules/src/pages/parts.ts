import type { Entry, Statement } from '../book';
import { CERTAINTY_WORDS, placeWord } from '../words/entries';
import { wordIn } from '../words/words';

/** The source with its article, which leads to the text where it is at hand. */
export const sourceText = ({ says }: Entry): string => {
  const { source, article, link } = says;
  const cited = article === '—' ? source : `${source} ${article}`;
  return link === undefined ? cited : `[${cited}](../${link})`;
};

export const certaintyText = ({ says }: Entry): string => wordIn(CERTAINTY_WORDS, says.certainty);

/** Where and from when: `全国 nationwide (cn) · cn@2025-01-01`. */
export const placeText = ({ layer }: Statement): string => `${placeWord(layer.layer.jurisdiction)} · ${layer.id}`;

/** Grouped by a key, in the order of first mention. */
export const groupedBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};
