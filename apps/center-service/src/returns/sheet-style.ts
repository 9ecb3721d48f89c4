import type { Alignment, Borders, Cell, Font, PageSetup, Row, Worksheet } from 'exceljs';

/** Papers of offices: 宋体, a title in 黑体, thin lines all round. */
export const SONG: Partial<Font> = { name: '宋体', size: 9 };
export const TITLE: Partial<Font> = { name: '黑体', size: 16 };
export const HEADING: Partial<Font> = { name: '宋体', size: 9, bold: true };

const thin = { style: 'thin' } as const;
export const LINED: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
export const CENTRED: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
export const LEFT: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };

export const pageSetup = (orientation: 'landscape' | 'portrait'): Partial<PageSetup> => ({
  paperSize: 9, // A4
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
});

export type Area = readonly [top: number, left: number, bottom: number, right: number];

/** One text over several cells. */
export const merged = (sheet: Worksheet, [top, left, bottom, right]: Area, text: string): Cell => {
  if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  const cell = sheet.getCell(top, left);
  cell.value = text;
  return cell;
};

/** A cell within the lines of the form. */
export const lined = (cell: Cell, font: Partial<Font> = SONG, alignment: Partial<Alignment> = CENTRED): void => {
  cell.font = font;
  cell.alignment = alignment;
  cell.border = LINED;
};

/** A Chinese character is as wide as two others. */
const linesOf = (value: string | number | null, width = 10): number => {
  const text = String(value ?? '');
  const wide = [...text].filter((char) => char > '\u2e7f').length;
  return Math.max(1, Math.ceil((text.length + wide) / (width * 0.95)));
};

/** A simple table of texts and numbers, its first line in bold. */
export const linedTable = (
  sheet: Worksheet,
  lines: readonly (readonly (string | number | null)[])[],
  { firstRow, left }: { readonly firstRow: number; readonly left: readonly number[] },
): void =>
  lines.forEach((values, index) => {
    const row: Row = sheet.getRow(firstRow + index);
    row.height = 15 * Math.max(...values.map((value, column) => linesOf(value, sheet.getColumn(column + 1).width)));
    values.forEach((value, column) => {
      const cell = row.getCell(column + 1);
      cell.value = value;
      lined(cell, index === 0 ? HEADING : SONG, index > 0 && left.includes(column) ? LEFT : CENTRED);
    });
  });
