import { zipOf } from '@mediation/documents';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { LEFT, linedTable, merged, pageSetup, TITLE } from '../returns/sheet-style';
import type { SubsidyItem } from './subsidies.answer';

const DIFFICULTY_ZH: Readonly<Record<string, string>> = {
  simple: '简易',
  general: '一般',
  complex: '疑难复杂',
  major: '重大',
  unassessed: '未评定',
};
const RESULT_ZH: Readonly<Record<string, string>> = {
  'written-agreement': '书面协议',
  'oral-agreement': '口头协议',
  failed: '调解不成',
};
const PHASE_ZH: Readonly<Record<SubsidyItem['phase'], string>> = {
  claimed: '待复核',
  returned: '退回补正',
  reviewed: '待审定',
  approved: '待发放',
  refused: '不予补贴',
  paid: '已发放',
  recovered: '已追回',
};

type Cell = string | number;

/** What the finance office sees of each, in order. */
const COLUMNS: readonly (readonly [heading: string, width: number, cell: (item: SubsidyItem, n: number) => Cell])[] = [
  ['序号', 6, (_, n) => n],
  ['卷号', 30, ({ dossier }) => dossier],
  ['调解组织', 28, ({ body }) => body.name ?? body.body],
  ['调解员编号', 24, ({ mediators }) => mediators.join('、')],
  ['难易', 10, ({ difficulty }) => DIFFICULTY_ZH[difficulty] ?? difficulty],
  ['结果', 10, ({ result }) => RESULT_ZH[result] ?? result],
  ['所依标准', 40, ({ rate }) => `${rate.zh}（${rate.source}）`],
  ['金额（元）', 12, ({ amountFen }) => amountFen / 100],
  ['进度', 10, ({ phase }) => PHASE_ZH[phase]],
  ['申请日', 12, ({ claimedOn }) => claimedOn],
  ['复核日', 12, ({ reviewedOn }) => reviewedOn ?? ''],
  ['审定日', 12, ({ approvedOn }) => approvedOn ?? ''],
  ['发放日', 12, ({ paidOn }) => paidOn ?? ''],
  ['批次', 16, ({ batch }) => batch ?? ''],
];
/** Columns of text of any length. */
const TEXTS = COLUMNS.flatMap(([, width], index) => (width > 20 ? [index] : []));
const AMOUNT = COLUMNS.findIndex(([heading]) => heading === '金额（元）');

const HEADINGS = COLUMNS.map(([heading]) => heading);
const cellsOf = (item: SubsidyItem, index: number): readonly Cell[] =>
  COLUMNS.map(([, , cell]) => cell(item, index + 1));
const totalRow = (items: readonly SubsidyItem[]): readonly Cell[] =>
  HEADINGS.map((_, index) => {
    if (index === 0) return '合计';
    return index === AMOUNT ? items.reduce((sum, { amountFen }) => sum + amountFen, 0) / 100 : '';
  });

const titleOf = ({ from, to }: Period): string => `人民调解个案补贴清单（${from} 至 ${to}）`;

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The same list gives the same bytes: no time of making is in it. */
export const subsidyWorkbook = async (items: readonly SubsidyItem[], period: Period): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('补贴清单', {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { ...pageSetup('landscape'), printTitlesRow: '1:2' },
  });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  const title = merged(sheet, [1, 1, 1, COLUMNS.length], titleOf(period));
  title.font = TITLE;
  title.alignment = LEFT;
  sheet.getRow(1).height = 28;
  linedTable(sheet, [HEADINGS, ...items.map(cellsOf), totalRow(items)], { firstRow: 2, left: TEXTS });
  sheet.getColumn(AMOUNT + 1).numFmt = '#,##0.00';
  const made = new PizZip(await workbook.xlsx.writeBuffer());
  return zipOf(
    Object.values(made.files)
      .filter(({ dir }) => !dir)
      .map((file) => ({ name: file.name, bytes: file.asNodeBuffer() })),
  );
};

/** What a program would take for a formula is told to be text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell) : `"${asText(cell).replaceAll('"', '""')}"`;

/** Begins with the mark by which Excel knows UTF-8. */
export const subsidyCsv = (items: readonly SubsidyItem[]): string =>
  '\uFEFF' +
  [HEADINGS, ...items.map(cellsOf), totalRow(items)].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
