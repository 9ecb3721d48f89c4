import { queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { reconciliationAnswer, subsidiesAnswer } from './subsidies.answer';
import { reconciliationQuery, subsidiesQuery, subsidySheetQuery } from './subsidies.query';

const sheet = (operationId: string, summary: string, type: string, of: DescribeFile) =>
  of(operationId, summary, queryParameters(subsidySheetQuery), {
    description: '文件 a file',
    content: { [type]: { schema: { type: 'string', format: 'binary' } } },
  });

/** Describes a call that answers with a file. */
export type DescribeFile = (operationId: string, summary: string, parameters: readonly object[], ok: object) => object;

export const subsidyPaths = (base: string, read: DescribeRead, file: DescribeFile) => ({
  [`${base}/subsidies`]: read(
    'centerSubsidies',
    '个案补贴清单 · Case subsidies, each with the rule that gives its amount',
    queryParameters(subsidiesQuery),
    subsidiesAnswer,
  ),
  [`${base}/subsidies/reconciliation`]: read(
    'centerSubsidyReconciliation',
    '补贴与卷宗对账 · Every archived file in exactly one place',
    queryParameters(reconciliationQuery),
    reconciliationAnswer,
  ),
  [`${base}/subsidies.xlsx`]: sheet(
    'centerSubsidyWorkbook',
    '补贴清单（Excel） · The list as a workbook',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    file,
  ),
  [`${base}/subsidies.csv`]: sheet('centerSubsidyCsv', '补贴清单（CSV） · The list as CSV', 'text/csv', file),
});
