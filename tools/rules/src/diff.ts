import { inForce, sameJson, type Book, type Entry, type Statement } from './book';
import { PART_WORDS } from './words/entries';
import { wordIn } from './words/words';

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type Change =
  | { readonly kind: 'added' | 'removed'; readonly entry: Entry; readonly layer: string }
  | {
      readonly kind: 'changed';
      readonly before: Entry;
      readonly entry: Entry;
      readonly layer: string;
      readonly fields: readonly FieldChange[];
    };

const fieldChanges = (before: Entry, after: Entry): readonly FieldChange[] => {
  const [old, now]: readonly Readonly<Record<string, unknown>>[] = [{ ...before.says }, { ...after.says }];
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
    .map((field) => ({ field, before: old?.[field], after: now?.[field] }))
    .filter((each) => !sameJson(each.before, each.after));
};

const changed = (before: Statement, after: Statement): readonly Change[] => {
  if (before.entry === null || after.entry === null) return [];
  const fields = fieldChanges(before.entry, after.entry);
  return fields.length === 0
    ? []
    : [{ kind: 'changed', before: before.entry, entry: after.entry, layer: after.layer.id, fields }];
};

const lone = (kind: 'added' | 'removed', { entry, layer }: Statement): readonly Change[] =>
  entry === null ? [] : [{ kind, entry, layer: layer.id }];

/** What another pack says that this one does not, and the other way round. */
export const changesBetween = (book: Book, before: string, after: string): readonly Change[] => {
  const [old, now] = [inForce(book, before), inForce(book, after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined) return is === undefined ? [] : lone('added', is);
    return is === undefined ? lone('removed', was) : changed(was, is);
  });
};

const shown = (value: unknown): string => {
  if (value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const title = ({ says }: Entry): string => ` ${says.zh} · ${says.en}`;
const cited = ({ says }: Entry): string => `${says.source} ${says.article}`;
const MARKS = { added: '+ 新增 added', removed: '- 取消 removed', changed: '~ 变更 changed' } as const;

const changeLines = (change: Change): readonly string[] => {
  const { entry, kind, layer } = change;
  const head = `${MARKS[kind]}  ${wordIn(PART_WORDS, entry.part)}  ${entry.id}${title(entry)}`;
  if (change.kind !== 'changed') return [head, `    ${cited(entry)} (${layer})`];
  const { before, fields } = change;
  const sources = cited(before) === cited(entry) ? cited(entry) : `${cited(before)} → ${cited(entry)}`;
  return [
    head,
    `    ${sources} (${layer})`,
    ...fields.map((each) => `    ${each.field}: ${shown(each.before)} → ${shown(each.after)}`),
  ];
};

export const diffLines = (before: string, after: string, changes: readonly Change[]): readonly string[] => [
  `${before} → ${after}`,
  ...(changes.length === 0 ? ['没有不同 · no difference'] : changes.flatMap((each) => ['', ...changeLines(each)])),
];
