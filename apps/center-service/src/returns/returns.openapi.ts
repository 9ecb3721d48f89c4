import { pathParameter, queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { returnAnswer, returnFilesAnswer, returnsAnswer } from './returns.answer';
import { returnFilesQuery, returnQuery } from './returns.query';

const kind = pathParameter('kind', 'justice');
export const returnsPaths = (base: string, read: DescribeRead) => ({
  [`${base}/returns`]: read('centerReturns', '报表种类与期间 · Kinds of returns and their periods', [], returnsAnswer),
  // The typed client reads JSON; the other two formats are files for people.
  [`${base}/returns/{kind}`]: read(
    'centerReturn',
    '一张报表，按截止日；format=csv、xlsx 为文件 · One return as of a cut-off; as a file with format=csv or xlsx',
    [kind, ...queryParameters(returnQuery)],
    returnAnswer,
  ),
  [`${base}/returns/{kind}/files`]: read(
    'centerReturnFiles',
    '一格数字背后的案卷 · The files behind a figure',
    [kind, ...queryParameters(returnFilesQuery)],
    returnFilesAnswer,
  ),
});
