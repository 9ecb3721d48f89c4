import type { components } from '@mediation/client';

type Schemas = components['schemas'];
export type Return = Schemas['OfficialReturn'];
export type ReturnFiles = Schemas['OfficialReturnFiles'];
export type Line = Return['columns'][number];
export type Cell = Return['reconciliation'][number]['original'];

export interface Asked {
  readonly kind: 'justice' | 'governance';
  readonly period: string;
  readonly asOf: string;
  readonly org: string;
}

/** What a call asks for; one's own scope where none is chosen. */
export const queryOf = ({ period, asOf, org }: Asked): { period: string; asOf: string; org?: string } => ({
  period,
  asOf,
  ...(org.trim() !== '' && { org: org.trim() }),
});

export const hrefOf = (asked: Asked, format: 'csv' | 'xlsx' | 'json'): string =>
  `/api/center/v1/returns/${asked.kind}?${new URLSearchParams({ ...queryOf(asked), format }).toString()}`;

const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

/** The figures are the columns of one form and the rows of the other. */
export const unitOf = ({ figures }: Return, row: string, column: string): string =>
  (figures.find(({ key }) => key === column) ?? figures.find(({ key }) => key === row))?.unit ?? 'cases';

export const shown = (value: number | null, unit: string): string => {
  if (value === null) return '—';
  if (unit === 'fen') return (value / FEN_PER_TEN_THOUSAND_YUAN).toFixed(2);
  return unit === 'percent' ? value.toFixed(2) : String(value);
};

/** A correction says which way it goes; none is left blank. */
export const shownCorrection = (value: number | null, unit: string): string => {
  if (value === null || value === 0) return '';
  return value > 0 ? `+${shown(value, unit)}` : shown(value, unit);
};

/** Neighbours of one group, by where they begin and how many they are. */
export const runsOf = (lines: readonly Line[]): readonly { readonly line: Line; readonly length: number }[] =>
  lines.reduce<{ line: Line; length: number }[]>((runs, line) => {
    const last = runs.at(-1);
    const isSame = line.groupZh !== undefined && last?.line.groupZh === line.groupZh;
    return isSame && last
      ? [...runs.slice(0, -1), { ...last, length: last.length + 1 }]
      : [...runs, { line, length: 1 }];
  }, []);
