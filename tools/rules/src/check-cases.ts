import { deadlineOf, type CaseKind, type ClockRule, type DatedCase, type Deadline } from '@mediation/rules';
import { packsOf, type Book } from './book';

const LEAST = 6;

type Answer = Pick<Deadline, 'dueOn' | 'provisional' | 'pack' | 'article'> & {
  readonly rollsFrom?: string | undefined;
};

const answers = ({ dueOn, rollsFrom, provisional, pack, article }: Answer): Answer => ({
  dueOn,
  rollsFrom,
  provisional,
  pack,
  article,
});

const answeredBy = (rule: string, { jurisdiction, on, tags, pauses, extensions }: DatedCase) => {
  try {
    return answers(deadlineOf({ rule, jurisdiction, on, tags, pauses, extensions }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Where the program differs from what was worked out by hand. */
export const differencesOf = (rule: string, dated: DatedCase): readonly string[] => {
  const answered = answeredBy(rule, dated);
  if (typeof answered === 'string') return [answered];
  const expected = answers(dated);
  const fields = Object.keys(expected) as (keyof typeof expected)[];
  return fields
    .filter((field) => expected[field] !== answered[field])
    .map((field) => `${field} 应为 by hand ${String(expected[field])}, 算得 reckoned ${String(answered[field])}`);
};

const ALWAYS: readonly CaseKind[] = ['ordinary', 'national-day', 'spring-festival', 'unpublished-year'];

const kindsFor = ({ pauses, extension }: ClockRule): readonly CaseKind[] => [
  ...ALWAYS,
  ...(pauses.length > 0 ? (['pause'] as const) : []),
  ...(extension ? (['extension'] as const) : []),
];

interface Clock {
  readonly id: string;
  readonly rules: readonly ClockRule[];
}

const clocksIn = ({ statements }: Book): readonly Clock[] => {
  const byId = new Map<string, ClockRule[]>();
  for (const { entry } of statements)
    if (entry?.part === 'clocks') byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry.says]);
  return [...byId].map(([id, rules]) => ({ id, rules }));
};

const coverageFaults = ({ cases }: Book, { id, rules }: Clock): readonly string[] => {
  const own = cases.byRule.get(id)?.cases ?? [];
  if (own.length < LEAST) return [`${id}: 算例 ${own.length} 个，至少 ${LEAST} 个 dated cases, at least ${LEAST}`];
  const kinds = own.map(({ kind }) => kind);
  const missing = [...new Set(rules.flatMap(kindsFor))].filter((kind) => !kinds.includes(kind));
  return missing.map((kind) => `${id}: 缺此类算例 no dated case of the kind ${kind}`);
};

/** What a place or a time says otherwise needs a case of its own: those of the others do not try it. */
const untriedFaults = (book: Book): readonly string[] => {
  const packs = packsOf(book);
  return book.statements
    .filter(({ part, entry }) => part === 'clocks' && entry !== null)
    .filter((statement) => {
      const tried = book.cases.byRule.get(statement.id)?.cases.map(({ pack }) => pack) ?? [];
      const own = packs(statement);
      return own.length > 0 && !tried.some((pack) => own.includes(pack));
    })
    .map(({ id, layer }) => `${id}: ${layer.id} 没有算例 no dated case of it`);
};

/** Every clock has its dated cases, and the program answers each as the hand did. */
export const caseFaults = (book: Book): readonly string[] => {
  const clocks = clocksIn(book);
  const strays = [...book.cases.byRule.keys()].filter((rule) => !clocks.some(({ id }) => id === rule));
  return [
    ...book.cases.faults,
    ...strays.map((rule) => `cases/${rule}.json: 没有这条规则 there is no such clock`),
    ...clocks.flatMap((clock) => coverageFaults(book, clock)),
    ...untriedFaults(book),
    ...[...book.cases.byRule.values()].flatMap(({ rule, cases }) =>
      cases.flatMap((dated, i) =>
        differencesOf(rule, dated).map((text) => `${rule} #${i + 1} (${dated.jurisdiction} ${dated.on}): ${text}`),
      ),
    ),
  ];
};
