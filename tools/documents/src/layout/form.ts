import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { BODY_FONT, FORM_SIZE, LABEL_FONT, TEXT_WIDTH } from './page';

/** A form is ruled in twenty-fourths of the text's width. */
const COLUMNS = 24;
const COLUMN = Math.floor(TEXT_WIDTH / COLUMNS);

export interface Cell {
  readonly text: string;
  readonly span: number;
  readonly isLabel?: boolean;
  readonly align?: 'left' | 'center';
  readonly top?: boolean;
  readonly isDense?: boolean;
}

const LABEL_SIZE = 22;
const DENSE_SIZE = 20;
/** In twentieths of a point: a line to write on by hand needs eight millimetres. */
const ROW_HEIGHT = 510;

export const label = (text: string, span: number): Cell => ({ text, span, isLabel: true, align: 'center' });
export const value = (text: string, span: number): Cell => ({ text, span });
export const centred = (text: string, span: number): Cell => ({ text, span, align: 'center' });
/** Days and the like, which must stay in one line. */
export const dense = (text: string, span: number): Cell => ({ text, span, align: 'center', isDense: true });
export const story = (text: string, span: number): Cell => ({ text, span, top: true });

const sizeOf = ({ isLabel, isDense }: Cell): number => {
  if (isDense === true) return DENSE_SIZE;
  return isLabel === true ? LABEL_SIZE : FORM_SIZE;
};

const paragraphsOf = (each: Cell, keepNext: boolean): Paragraph[] =>
  each.text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: each.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext,
        spacing: { before: 40, after: 40, line: 320 },
        children: [
          new TextRun({
            text: line,
            font: each.isLabel === true ? LABEL_FONT : BODY_FONT,
            size: sizeOf(each),
          }),
        ],
      }),
  );

const cellOf = (each: Cell, keepNext: boolean): TableCell =>
  new TableCell({
    columnSpan: each.span,
    width: { size: each.span * COLUMN, type: WidthType.DXA },
    verticalAlign: each.top === true ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    margins: { left: 70, right: 70 },
    children: paragraphsOf(each, keepNext),
  });

interface RowStyle {
  readonly height?: number;
  readonly isHeader?: boolean;
  readonly canSplit?: boolean;
  /** Not parted from the row or the paragraph below. */
  readonly keepNext?: boolean;
}

export const row = (
  cells: readonly Cell[],
  { height = ROW_HEIGHT, isHeader, canSplit, keepNext }: RowStyle = {},
): TableRow => {
  const spans = cells.reduce((sum, { span }) => sum + span, 0);
  if (spans !== COLUMNS)
    throw new RangeError(`${spans} of ${COLUMNS} columns: ${cells.map(({ text }) => text).join()}`);
  return new TableRow({
    height: { value: height, rule: HeightRule.ATLEAST },
    tableHeader: isHeader ?? false,
    cantSplit: canSplit !== true,
    children: cells.map((each) => cellOf(each, keepNext === true)),
  });
};

/** A long text beside its name, broken over pages where it must be. */
export const long = (name: string, text: string, height = 1_400): TableRow =>
  row([label(name, 4), story(text, 20)], { height, canSplit: true });

/** A long text across the form, under its name. */
export const across = (name: string, text: string, height = 2_000): readonly TableRow[] => [
  row([label(name, 24)]),
  row([story(text, 24)], { height, canSplit: true }),
];

export const pair = (one: [string, string], other: [string, string]): TableRow =>
  row([label(one[0], 4), value(one[1], 8), label(other[0], 4), value(other[1], 8)]);

export const single = (name: string, text: string, height?: number): TableRow =>
  row([label(name, 4), value(text, 20)], height === undefined ? {} : { height });

/** Rows repeated for each item of a list, which stay together: the list begins in the first cell and ends in the last. */
export const repeated = (list: string, rows: readonly (readonly Cell[])[], style: RowStyle = {}): readonly TableRow[] =>
  rows.map((cells, rowIndex) =>
    row(
      cells.map((each, index) => {
        const begins = rowIndex === 0 && index === 0 ? `{#${list}}` : '';
        const ends = rowIndex === rows.length - 1 && index === cells.length - 1 ? `{/${list}}` : '';
        return { ...each, text: begins + each.text + ends };
      }),
      rowIndex < rows.length - 1 ? { ...style, keepNext: true } : style,
    ),
  );

const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

export const form = (rows: readonly TableRow[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: COLUMN * COLUMNS, type: WidthType.DXA },
    columnWidths: Array.from({ length: COLUMNS }, () => COLUMN),
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    rows: [...rows],
  });
