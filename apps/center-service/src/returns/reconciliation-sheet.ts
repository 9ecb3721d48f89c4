import type { Workbook, Worksheet } from 'exceljs';
import type { ReturnAnswer } from './returns.answer';
import { LEFT, linedTable, merged, pageSetup, SONG, TITLE } from './sheet-style';

const SIGNS = { total: '=', plus: '加', minus: '减' } as const;

const net = (original: number | null, correction: number | null): number => (original ?? 0) + (correction ?? 0);

const note = (page: Worksheet, row: number, text: string): void => {
  const cell = merged(page, [row, 1, row, 5], text);
  cell.font = SONG;
  cell.alignment = LEFT;
  page.getRow(row).height = 42;
};

/** How the totals of both returns follow from each other, and where the difference between their types comes from. */
export const reconciliationSheet = (book: Workbook, sheet: ReturnAnswer): void => {
  const page = book.addWorksheet('勾稽', { pageSetup: pageSetup('portrait') });
  [44, 30, 12, 12, 12].forEach((width, index) => (page.getColumn(index + 1).width = width));
  merged(page, [1, 1, 1, 5], `两表勾稽（${sheet.period.zh}）`).font = { ...TITLE, size: 14 };
  note(
    page,
    2,
    '排查情况表计所有登记和三种渠道的调处，人民调解统计表只计人民调解组织的受理。下列各项说明两表合计的每一处差别。 The governance return counts what was registered and handled in all three channels, the justice return what people’s mediation accepted; each line explains a difference.',
  );
  const lines = sheet.reconciliation;
  linedTable(
    page,
    [
      ['项目', '', '原数', '更正', '截止数'],
      ...lines.map((each) => [
        `${SIGNS[each.sign]} ${each.zh}`,
        each.en,
        each.original,
        each.correction,
        net(each.original, each.correction),
      ]),
    ],
    { firstRow: 3, left: [0, 1] },
  );
  const second = 3 + lines.length + 2;
  note(
    page,
    second,
    '调处数在两种类型中的分布（截止数）:同一细类在司法行政口径和排查口径各有一类。 The handled disputes in both codings, at the cut-off.',
  );
  linedTable(
    page,
    [
      ['司法行政类型', '排查情况表类型', '件数'],
      ...sheet.mapping.map(({ typeZh, governanceZh, handled }) => [typeZh, governanceZh, handled]),
      ['合计', '', sheet.mapping.reduce((sum, { handled }) => sum + handled, 0)],
    ],
    { firstRow: second + 1, left: [] },
  );
};
