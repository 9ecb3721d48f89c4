import { CERTAINTIES } from '@mediation/rules';
import type { Book } from './book';
import { caseFaults } from './check-cases';
import { entryFaults } from './check-entries';
import { layerFaults } from './check-layers';
import { releaseFaults, releaseState } from './released';
import { CERTAINTY_WORDS, PART_WORDS } from './words/entries';
import { wordIn } from './words/words';

export interface Checked {
  /** One line each; empty when the rules are in order. */
  readonly faults: readonly string[];
  /** What there is, in figures. */
  readonly figures: readonly string[];
}

/** `a 3 · b 1`, the most frequent first. */
const tally = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(' · ');
};

const figuresOf = (book: Book): readonly string[] => {
  const entries = book.statements.flatMap(({ entry }) => entry ?? []);
  const certainties = CERTAINTIES.map((certainty) => {
    const count = entries.filter(({ says }) => says.certainty === certainty).length;
    return `${wordIn(CERTAINTY_WORDS, certainty)} ${count}`;
  });
  const { unreleased } = releaseState(book.released, book.layers);
  const withoutText = entries.filter(({ says }) => says.link === undefined).length;
  const cases = [...book.cases.byRule.values()].flatMap((file) => file.cases).length;
  return [
    `规则层 layers ${book.layers.length} · 规则包 packs ${book.packIds.length} · 尚未发布 not released yet ${unreleased.length}`,
    `条目 entries ${entries.length}: ${tally(entries.map(({ part }) => wordIn(PART_WORDS, part)))}`,
    `可靠程度 certainty: ${certainties.join(' · ')}`,
    `附有原文 with the text at hand ${entries.length - withoutText} · 无原文可附 without ${withoutText}`,
    `算例 dated cases ${cases}, 期限规则 clock rules ${book.cases.byRule.size}`,
  ];
};

/** Whether the rules are in order. */
export const check = (book: Book): Checked => ({
  faults: [
    ...layerFaults(book),
    ...entryFaults(book),
    ...caseFaults(book),
    ...releaseFaults(releaseState(book.released, book.layers)),
  ],
  figures: figuresOf(book),
});
