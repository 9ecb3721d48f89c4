import { addDays, type PlainDate } from '@mediation/kernel';

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year';

/** A month, a quarter, half a year or a year: `2025-06`, `2025-Q2`, `2025-H1`, `2025`. */
export interface Period {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export const PERIOD_CODE = /^((?:19|20|21)\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const kindAndFirstMonth = ([, , month, quarter, half]: RegExpExecArray): readonly [PeriodKind, number] => {
  if (month !== undefined) return ['month', Number(month)];
  if (quarter !== undefined) return ['quarter', Number(quarter) * 3 - 2];
  return half === undefined ? ['year', 1] : ['half-year', Number(half) * 6 - 5];
};

/** `month` may be 13: the January after. */
const firstOf = (year: number, month: number): PlainDate =>
  month > 12 ? firstOf(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}-01`;

/** Undefined for what is no period. */
export const parsePeriod = (code: string): Period | undefined => {
  const match = PERIOD_CODE.exec(code);
  if (match === null) return undefined;
  const [kind, month] = kindAndFirstMonth(match);
  const year = Number(match[1]);
  return { code, kind, from: firstOf(year, month), to: addDays(firstOf(year, month + MONTHS[kind]), -1) };
};

/** From the first of January: 年度累计. */
export const yearToDate = ({ code, to }: Period): Period => ({
  code,
  kind: 'year',
  from: `${to.slice(0, 4)}-01-01`,
  to,
});

export const isWithin = ({ from, to }: Period, day: PlainDate): boolean => from <= day && day <= to;

const NUMERALS = ['一', '二', '三', '四'] as const;

export const periodNames = ({ code, kind }: Period): { readonly zh: string; readonly en: string } => {
  const year = code.slice(0, 4);
  const nth = Number(code.slice(-1));
  switch (kind) {
    case 'month':
      return { zh: `${year}年${Number(code.slice(5))}月`, en: code };
    case 'quarter':
      return { zh: `${year}年第${NUMERALS[nth - 1]}季度`, en: `quarter ${nth} of ${year}` };
    case 'half-year':
      return { zh: `${year}年${nth === 1 ? '上' : '下'}半年`, en: `half ${nth} of ${year}` };
    case 'year':
      return { zh: `${year}年`, en: year };
  }
};
