import type { DatedCase } from '@mediation/rules';
import { packsOf, type Book, type Entry, type Statement } from './book';
import { factsOf, quoteOf } from './describe';
import { CASE_KIND_WORDS, CERTAINTY_WORDS, dayWithWeekday, PART_WORDS, placeWord } from './words/entries';
import { wordIn } from './words/words';

const indented = (lines: readonly string[], by = '  '): readonly string[] => lines.map((line) => `${by}${line}`);

const sourceLines = (book: Book, { says }: Entry): readonly string[] => {
  const quote = quoteOf(book.laws, says.link);
  return [
    `依据 source  ${says.source} ${says.article}`,
    `可靠程度 certainty  ${wordIn(CERTAINTY_WORDS, says.certainty)}`,
    `依据施行 in force since  ${says.effectiveOn}`,
    ...(quote
      ? [`原文 text  docs/${says.link ?? ''}`, ...quote.paragraphs.map((each) => `  > ${each}`)]
      : ['原文 text  —']),
    ...(says.note === undefined ? [] : [`说明 note  ${says.note}`]),
  ];
};

const entryLines = (book: Book, entry: Entry): readonly string[] => [
  `${entry.says.zh} · ${entry.says.en}`,
  ...factsOf(entry).map(([label, text]) => `${label}  ${text}`),
  ...sourceLines(book, entry),
];

const statementLines = (book: Book, statement: Statement, packs: readonly string[]): readonly string[] => {
  const { layer, entry } = statement;
  const heading = `${placeWord(layer.layer.jurisdiction)} · ${layer.id}`;
  if (entry === null) return ['', `${heading}: 不再适用 taken away`];
  return [
    '',
    heading,
    ...indented(entryLines(book, entry)),
    ...indented([`所在规则包 packs  ${packs.length === 0 ? '无，已由修订取代 none; superseded' : packs.join(', ')}`]),
  ];
};

const caseLines = (dated: DatedCase): readonly string[] => {
  const pauses = dated.pauses.map(({ from, to }) => `${from}..${to}`);
  const more = [
    ...dated.tags,
    ...(pauses.length > 0 ? [`停算 paused ${pauses.join(', ')}`] : []),
    ...(dated.extensions > 0 ? [`延长 extended ×${dated.extensions}`] : []),
    ...(dated.rollsFrom === undefined ? [] : [`顺延自 rolls from ${dated.rollsFrom}`]),
    ...(dated.provisional ? ['预估 provisional'] : []),
  ];
  return [
    `${dayWithWeekday(dated.on)} → ${dayWithWeekday(dated.dueOn)}  ${wordIn(CASE_KIND_WORDS, dated.kind)}  ${dated.jurisdiction}  ${dated.pack}`,
    ...indented([...(more.length > 0 ? [more.join('；')] : []), dated.workingZh, dated.workingEn]),
  ];
};

/** Everything about an entry, in each place and time; undefined when there is none of that id. */
export const explain = (book: Book, id: string): readonly string[] | undefined => {
  const statements = book.statements.filter((each) => each.id === id);
  const [first] = statements;
  if (first === undefined) return undefined;
  const packs = packsOf(book);
  const cases = book.cases.byRule.get(id)?.cases ?? [];
  return [
    `${id} · ${wordIn(PART_WORDS, first.part)}`,
    ...statements.flatMap((each) => statementLines(book, each, packs(each))),
    ...(cases.length === 0 ? [] : ['', `算例 dated cases (${cases.length})`]),
    ...indented(cases.flatMap(caseLines)),
  ];
};
