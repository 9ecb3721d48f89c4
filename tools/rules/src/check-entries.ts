import type { Book, Entry } from './book';
import { linkFault } from './law-texts';
import { isKnownTag } from './words/tags';

const tagsOf = (entry: Entry): readonly string[] => {
  switch (entry.part) {
    case 'clocks':
      return [...entry.says.when, ...entry.says.unless, ...entry.says.otherwise.flatMap(({ when }) => when)];
    case 'gates':
    case 'materials':
    case 'subsidies':
      return [...entry.says.when, ...entry.says.unless];
    case 'listed':
    case 'holidays':
    case 'bounce':
      return [];
  }
};

/** What is no word of a statute at hand must say why it can be relied upon, or that it cannot. */
const noteFaults = ({ says }: Entry): readonly string[] => {
  if (says.note !== undefined) return [];
  if (says.certainty !== 'statute') return [`${says.certainty}: 须有说明 needs a note`];
  return says.link === undefined ? ['statute，未附原文，须有说明 without a link it needs a note'] : [];
};

const contradictions = (entry: Entry): readonly string[] => {
  if (!('when' in entry.says)) return [];
  const { when, unless } = entry.says;
  return when.filter((tag) => unless.includes(tag)).map((tag) => `${tag}: 既须又不得 both asked for and excepted`);
};

const faultsOf = (book: Book, entry: Entry): readonly string[] => [
  ...[linkFault(book.laws, entry.says)].filter((fault) => fault !== undefined),
  ...tagsOf(entry)
    .filter((tag) => !isKnownTag(tag))
    .map((tag) => `${tag}: 无此标签 no such tag`),
  ...contradictions(entry),
  ...noteFaults(entry),
];

/** Of every entry: its article is in the text it links to, its tags are ones a program can tell, and doubt is explained. */
export const entryFaults = (book: Book): readonly string[] =>
  book.statements.flatMap(({ part, id, layer, entry }) =>
    entry === null ? [] : faultsOf(book, entry).map((fault) => `${layer.id} ${part}.${id}: ${fault}`),
  );
