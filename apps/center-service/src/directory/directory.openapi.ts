import { pathParameter, queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { directoryBodiesAnswer, directoryBodyAnswer, divisionsAnswer, meAnswer, wordsAnswer } from './directory.answer';
import { directoryBodiesQuery } from './directory.query';

export const directoryPaths = (base: string, read: DescribeRead) => ({
  [`${base}/directory/bodies`]: read(
    'centerDirectoryBodies',
    '机构名录 · Bodies',
    queryParameters(directoryBodiesQuery),
    directoryBodiesAnswer,
  ),
  [`${base}/directory/bodies/{code}`]: read(
    'centerDirectoryBody',
    '一个机构及其调解员 · A body with its mediators',
    [pathParameter('code', '370402102-committee')],
    directoryBodyAnswer,
  ),
  [`${base}/directory/divisions`]: read('centerDirectoryDivisions', '区划 · Divisions', [], divisionsAnswer),
  [`${base}/me`]: read('centerMe', '我是谁 · Who the caller is', [], meAnswer),
  [`${base}/words`]: read('centerWords', '代码的中英文名称 · What the codes are called', [], wordsAnswer),
});
