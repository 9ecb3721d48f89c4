import type { CaseFile, DatedCase } from '@mediation/rules';
import type { Book, Statement } from '../book';
import { factsOf, quoteOf } from '../describe';
import { CASE_KIND_WORDS, dayWithWeekday, placeWord } from '../words/entries';
import { tagWord } from '../words/tags';
import { wordIn } from '../words/words';
import { page, quotation, table } from './markdown';
import { certaintyText, placeText, sourceText } from './parts';

const version = (book: Book, statement: Statement): string => {
  const { entry } = statement;
  const heading = `## ${placeText(statement)}`;
  if (entry === null) return `${heading}\n\n自此不再适用。 _(No longer in force from here.)_`;
  const facts = [
    ...factsOf(entry),
    ['依据 source', sourceText(entry)],
    ['依据施行 in force since', entry.says.effectiveOn],
    ['可靠程度 certainty', certaintyText(entry)],
    ...(entry.says.note === undefined ? [] : [['说明 note', entry.says.note]]),
  ];
  const quote = quoteOf(book.laws, entry.says.link);
  return [heading, table(['', entry.says.zh + ' · ' + entry.says.en], facts), quote ? quotation(quote.paragraphs) : '']
    .filter((part) => part !== '')
    .join('\n\n');
};

const conditions = ({ tags, pauses, extensions }: DatedCase): string =>
  [
    ...tags.map(tagWord),
    ...pauses.map(({ from, to }) => `停算 paused ${from} – ${to}`),
    ...(extensions > 0 ? [`延长 extended ×${extensions}`] : []),
  ].join('\n');

const due = ({ dueOn, rollsFrom, provisional }: DatedCase): string =>
  [
    `**${dayWithWeekday(dueOn)}**`,
    ...(rollsFrom === undefined ? [] : [`自 rolls from ${dayWithWeekday(rollsFrom)}`]),
    ...(provisional ? ['预估 provisional'] : []),
  ].join('\n');

const place = ({ jurisdiction }: DatedCase): string => placeWord(jurisdiction === 'cn' ? 'cn' : `cn-${jurisdiction}`);

const caseRow = (dated: DatedCase, i: number): readonly string[] => [
  String(i + 1),
  wordIn(CASE_KIND_WORDS, dated.kind),
  place(dated),
  dayWithWeekday(dated.on),
  conditions(dated),
  due(dated),
  `${dated.workingZh}\n_${dated.workingEn}_`,
  `${dated.article}\n\`${dated.pack}\``,
];

const CASE_HEADING = [
  '',
  '情形 kind',
  '地方 place',
  '起算之日 day it starts',
  '条件 conditions',
  '末日 last day',
  '推算 reckoning',
  '条文与规则包 article and pack',
];

const INTRO = `以下由人依条文和日历逐日推算，程序须与之相符；停算期间自停算之日起，至续算前一日止。
_(Worked out by hand from the text and the calendar; the program must agree. A pause counts from the day it began to the day before it ended.)_`;

const casesSection = (file: CaseFile | undefined): string =>
  file === undefined
    ? '## 算例 · Dated cases\n\n尚无。 _(None yet.)_'
    : `## 算例 · Dated cases\n\n${INTRO}\n\n${table(CASE_HEADING, file.cases.map(caseRow))}`;

/** What a clock is, everywhere and at all times, and its deadlines worked out by hand. */
export const clockPage = (book: Book, id: string, statements: readonly Statement[]): string => {
  const named = statements.flatMap(({ entry }) => entry ?? []).at(-1);
  return page(
    `# ${named ? `${named.says.zh} · ${named.says.en}` : id}\n\n\`${id}\` · [全部期限 all clocks](README.md)`,
    ...statements.map((each) => version(book, each)),
    casesSection(book.cases.byRule.get(id)),
  );
};
