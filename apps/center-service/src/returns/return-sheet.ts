import { contributions, sumOf, type CellName, type Known, type ReturnForm, type Scope, type Slice } from './counting';
import { yearToDate } from './period';

/** A figure as it was filed and what has become known since; null where a rate has nothing to be of. */
export interface Cell {
  readonly original: number | null;
  readonly correction: number | null;
}

export interface SheetRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What was known when the period was filed, and what is known at the cut-off. */
export interface Knowledge {
  readonly original: Known;
  readonly current: Known;
}

export const scopeOf = ({ yearToDate: isYear }: Slice, scope: Scope): Scope =>
  isYear ? { ...scope, period: yearToDate(scope.period) } : scope;

const twoPlaces = (value: number): number => Math.round(value * 100) / 100;

const valueOf = (form: ReturnForm, [row, column]: CellName, known: Known, scope: Scope): number | null => {
  const rule = form.cell(row, column);
  if (rule.unit !== 'percent') return sumOf(contributions(rule, known, scopeOf(rule.slice, scope)));
  const over = valueOf(form, rule.over, known, scope);
  return over === null || over === 0 ? null : twoPlaces(((valueOf(form, rule.of, known, scope) ?? 0) * 100) / over);
};

const cellOf = (form: ReturnForm, name: CellName, { original, current }: Knowledge, scope: Scope): Cell => {
  const [then, now] = [original, current].map((known) => valueOf(form, name, known, scope));
  if (then === null || then === undefined) return { original: null, correction: now ?? null };
  return { original: then, correction: now === null || now === undefined ? null : twoPlaces(now - then) };
};

/** The whole form. The original figures depend on the filing day alone, so that no later cut-off changes them. */
export const sheetOf = (form: ReturnForm, knowledge: Knowledge, scope: Scope): readonly SheetRow[] =>
  form.rows.map((row) => ({
    key: row.key,
    cells: Object.fromEntries(
      form.columns.map((column) => [column.key, cellOf(form, [row.key, column.key], knowledge, scope)]),
    ),
  }));
