import { withoutTimes } from '@mediation/documents';
import ExcelJS from 'exceljs';
import { reconciliationSheet } from './reconciliation-sheet';
import type { ReturnAnswer } from './returns.answer';
import { rulesSheet } from './rules-sheet';
import { formSheet } from './form-sheet';

/** The same return gives the same bytes: nothing in the file says when it was written. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1));

/** The form, how both returns reconcile, and how each figure is counted. */
export const workbookOf = async (sheet: ReturnAnswer): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.creator = '矛盾纠纷多元化解工作网络';
  book.lastModifiedBy = book.creator;
  book.created = WRITTEN;
  book.modified = WRITTEN;
  formSheet(book, sheet);
  reconciliationSheet(book, sheet);
  rulesSheet(book, sheet);
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
};
