import type { Workbook } from 'exceljs';
import { UNIT_ZH } from './printed';
import type { ReturnAnswer } from './returns.answer';
import { LEFT, linedTable, merged, pageSetup, SONG, TITLE } from './sheet-style';

const CERTAINTY_ZH = { statute: '法条', 'local-policy': '表样', unsure: '待核' } as const;

/** How each figure is counted, in the file that is filed. */
export const rulesSheet = (book: Workbook, sheet: ReturnAnswer): void => {
  const page = book.addWorksheet('口径', { pageSetup: pageSetup('landscape') });
  [26, 8, 60, 66, 8].forEach((width, index) => (page.getColumn(index + 1).width = width));
  merged(page, [1, 1, 1, 5], '统计口径 How each figure is counted').font = { ...TITLE, size: 14 };
  const { filingRule, filedOn } = sheet;
  const note = merged(
    page,
    [2, 1, 2, 5],
    `表样来源：${sheet.source}。报送日 ${filedOn}：${filingRule.source}（${CERTAINTY_ZH[filingRule.certainty]}）。${filingRule.note ?? ''}`,
  );
  note.font = SONG;
  note.alignment = LEFT;
  page.getRow(2).height = 30;
  linedTable(
    page,
    [
      ['指标', '单位', '口径', 'How it is counted', '依据'],
      ...sheet.figures.map(({ zh, unit, formulaZh, formulaEn, certainty }) => [
        zh,
        UNIT_ZH[unit],
        formulaZh,
        formulaEn,
        CERTAINTY_ZH[certainty],
      ]),
    ],
    { firstRow: 3, left: [0, 2, 3] },
  );
};
