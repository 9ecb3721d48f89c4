import type { Workbook, Worksheet } from 'exceljs';
import { printedNumber, provenance, UNIT_ZH, unitOf } from './printed';
import type { ReturnAnswer } from './returns.answer';
import { CENTRED, HEADING, LEFT, lined, merged, pageSetup, SONG, TITLE } from './sheet-style';

interface Grouped {
  readonly groupZh?: string | undefined;
}

/** Neighbours of one group, by where they begin and how many they are; one without a group stands alone. */
const runs = (lines: readonly Grouped[]): readonly { readonly at: number; readonly length: number }[] =>
  lines.reduce<{ at: number; length: number }[]>((found, { groupZh }, at) => {
    const last = found.at(-1);
    const isSame = groupZh !== undefined && last !== undefined && lines[last.at]?.groupZh === groupZh;
    return isSame ? [...found.slice(0, -1), { ...last, length: last.length + 1 }] : [...found, { at, length: 1 }];
  }, []);

const hasGroups = (lines: readonly Grouped[]): boolean => lines.some(({ groupZh }) => groupZh !== undefined);

/** Where things stand: as many columns for names as the rows have levels, then two for each figure. */
const layoutOf = (sheet: ReturnAnswer) => {
  const names = hasGroups(sheet.rows) ? 2 : 1;
  const levels = hasGroups(sheet.columns) ? 2 : 1;
  return { names, levels, width: names + sheet.columns.length * 2, firstHead: 3, firstBody: 3 + levels + 1 };
};
type Layout = ReturnType<typeof layoutOf>;

const firstOf = ({ names }: Layout, column: number): number => names + column * 2 + 1;

const title = (page: Worksheet, sheet: ReturnAnswer, { width }: Layout): void => {
  const head = merged(page, [1, 1, 1, width], `${sheet.zh}（${sheet.period.zh}）`);
  head.font = TITLE;
  head.alignment = CENTRED;
  page.getRow(1).height = 30;
  const third = Math.floor(width / 3);
  const texts = [
    [1, third, `填报单位：${sheet.org.name ?? sheet.org.code}（盖章）`],
    [third + 1, width - third, `统计期间：${sheet.period.from} 至 ${sheet.period.to}`],
    [width - third + 1, width, '单位：件、人、万元、%、次'],
  ] as const;
  texts.forEach(([left, right, text], index) => {
    const cell = merged(page, [2, left, 2, right], text);
    cell.font = SONG;
    cell.alignment = { ...CENTRED, horizontal: (['left', 'center', 'right'] as const)[index] ?? 'left' };
  });
  page.getRow(2).height = 18;
};

const head = (page: Worksheet, sheet: ReturnAnswer, layout: Layout): void => {
  const { firstHead: top, firstBody, names, levels } = layout;
  merged(page, [top, 1, firstBody - 1, names], names === 2 ? '项目' : '纠纷类型');
  for (const { at, length } of runs(sheet.columns)) {
    const group = sheet.columns[at]?.groupZh;
    if (group !== undefined) merged(page, [top, firstOf(layout, at), top, firstOf(layout, at + length - 1) + 1], group);
  }
  sheet.columns.forEach(({ zh, key, groupZh }, column) => {
    const left = firstOf(layout, column);
    const unit = sheet.figures.find((figure) => figure.key === key)?.unit;
    const text = unit === 'fen' || unit === 'percent' ? `${zh}（${UNIT_ZH[unit]}）` : zh;
    merged(page, [groupZh === undefined ? top : top + 1, left, top + levels - 1, left + 1], text);
    page.getCell(top + levels, left).value = '原数';
    page.getCell(top + levels, left + 1).value = '更正';
  });
  for (let row = top; row < firstBody; row += 1) {
    for (let column = 1; column <= layout.width; column += 1) lined(page.getCell(row, column), HEADING);
    page.getRow(row).height = row === firstBody - 1 ? 15 : 26;
  }
};

const FORMATS = { fen: '0.00;-0.00;0', percent: '0.00' } as const;
/** A correction says which way it goes; none is left blank. */
const CORRECTIONS = { fen: '+0.00;-0.00;""', percent: '+0.00;-0.00;""', other: '+0;-0;""' } as const;

const numbers = (page: Worksheet, sheet: ReturnAnswer, layout: Layout): void =>
  sheet.rows.forEach((row, index) =>
    sheet.columns.forEach((column, at) => {
      const unit = unitOf(sheet, row.key, column.key);
      const { original = null, correction = null } = row.cells[column.key] ?? {};
      const left = firstOf(layout, at);
      const top = layout.firstBody + index;
      const [first, second] = [page.getCell(top, left), page.getCell(top, left + 1)];
      first.value = original === null ? '—' : printedNumber(original, unit);
      first.numFmt = FORMATS[unit as keyof typeof FORMATS] ?? '0';
      second.value = printedNumber(correction, unit);
      second.numFmt = CORRECTIONS[unit as keyof typeof CORRECTIONS] ?? CORRECTIONS.other;
      lined(first);
      lined(second, { ...SONG, italic: true });
    }),
  );

const rowNames = (page: Worksheet, sheet: ReturnAnswer, layout: Layout): void => {
  const { firstBody, names } = layout;
  sheet.rows.forEach((row, index) => {
    const cell = page.getCell(firstBody + index, names);
    cell.value = row.zh;
    page.getRow(firstBody + index).height = sheet.rows.length > 20 ? 16 : 22;
    if (names === 2) lined(page.getCell(firstBody + index, 1), HEADING);
    lined(cell, row.key === 'total' ? HEADING : SONG, LEFT);
  });
  if (names === 2)
    for (const { at, length } of runs(sheet.rows))
      merged(page, [firstBody + at, 1, firstBody + at + length - 1, 1], sheet.rows[at]?.groupZh ?? '');
};

const foot = (page: Worksheet, sheet: ReturnAnswer, { firstBody, width }: Layout): void => {
  const top = firstBody + sheet.rows.length;
  const notes = [
    '单位负责人:                    审核人:                    填表人:                    联系电话:                    填表日期:      年    月    日',
    `说明：${provenance(sheet)}。原数为报送日终了时已入账的数；更正为其后至截止日补录、改分类、改人数等引起的增减，原数不改。`,
  ];
  notes.forEach((text, index) => {
    const cell = merged(page, [top + index, 1, top + index, width], text);
    cell.font = SONG;
    cell.alignment = LEFT;
    page.getRow(top + index).height = index === 0 ? 26 : 28;
  });
};

/** Wide enough for what the figures can be, so that a form of many columns still fits its page. */
const sheetWidths = (page: Worksheet, sheet: ReturnAnswer, layout: Layout): void => {
  for (let column = 1; column <= layout.names; column += 1) page.getColumn(column).width = layout.names === 2 ? 20 : 14;
  const isWide = sheet.columns.length > 8;
  sheet.columns.forEach(({ key }, at) => {
    const isLong = ['fen', 'percent'].includes(sheet.figures.find((figure) => figure.key === key)?.unit ?? '');
    for (const next of [0, 1]) page.getColumn(firstOf(layout, at) + next).width = isWide ? (isLong ? 7.5 : 5.2) : 11;
  });
};

/** The form as it is filed, each figure with its correction beside it. */
export const formSheet = (book: Workbook, sheet: ReturnAnswer): void => {
  const layout = layoutOf(sheet);
  const page = book.addWorksheet('报表', {
    pageSetup: { ...pageSetup('landscape'), fitToHeight: 1 },
    views: [{ state: 'frozen', xSplit: layout.names, ySplit: layout.firstBody - 1 }],
  });
  sheetWidths(page, sheet, layout);
  title(page, sheet, layout);
  head(page, sheet, layout);
  rowNames(page, sheet, layout);
  numbers(page, sheet, layout);
  foot(page, sheet, layout);
};
