import { printedNumber, provenance, UNIT_ZH, unitOf } from './printed';
import type { ReturnAnswer } from './returns.answer';

/** Excel takes a file for UTF-8 only when it begins with it. */
const BOM = '﻿';

type Field = string | number | null;

/** A text that a spreadsheet would compute is made plain text; ours have none, names of places might. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const field = (value: Field): string => {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : inert(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (...fields: readonly Field[]): string => fields.map(field).join(',');

const named = ({ zh, groupZh }: { readonly zh: string; readonly groupZh?: string | undefined }): string =>
  groupZh === undefined ? zh : `${groupZh}·${zh}`;

const table = (sheet: ReturnAnswer): readonly string[] => [
  line('项目', ...sheet.columns.flatMap((column) => [`${named(column)}（原数）`, `${named(column)}（更正）`])),
  ...sheet.rows.map((row) =>
    line(
      named(row),
      ...sheet.columns.flatMap((column) => {
        const unit = unitOf(sheet, row.key, column.key);
        const { original = null, correction = null } = row.cells[column.key] ?? {};
        return [printedNumber(original, unit), printedNumber(correction, unit)];
      }),
    ),
  ),
];

/** RFC 4180 with a BOM. */
export const csvOf = (sheet: ReturnAnswer): Buffer => {
  const lines = [
    line(sheet.zh, sheet.period.zh, sheet.org.name ?? sheet.org.code),
    line(provenance(sheet)),
    '',
    ...table(sheet),
    '',
    line('指标', '单位', '口径', 'how it is counted', '依据'),
    ...sheet.figures.map((each) => line(each.zh, UNIT_ZH[each.unit], each.formulaZh, each.formulaEn, each.certainty)),
    '',
    line('勾稽', '原数', '更正', 'reconciliation'),
    ...sheet.reconciliation.map((each) => line(each.zh, each.original, each.correction, each.en)),
  ];
  return Buffer.from(`${BOM}${lines.join('\r\n')}\r\n`, 'utf8');
};
