import { queryParameters } from '@mediation/nest';
import type { DescribeRead } from '../funnel/funnel.openapi';
import { hotSpotsAnswer, linkedDisputesAnswer, repeatPartiesAnswer, warningsAnswer } from './hot-spots.answer';
import { groupsQuery, hotSpotsQuery, warningsQuery } from './hot-spots.query';

export const hotSpotsPaths = (base: string, read: DescribeRead) => ({
  [`${base}/hot-spots`]: read(
    'centerHotSpots',
    '纠纷热点 · Disputes by place and type',
    queryParameters(hotSpotsQuery),
    hotSpotsAnswer,
  ),
  [`${base}/hot-spots/warnings`]: read(
    'centerWarnings',
    '早期预警 · Rises that are unusual for their place and season',
    queryParameters(warningsQuery),
    warningsAnswer,
  ),
  [`${base}/hot-spots/linked-disputes`]: read(
    'centerLinkedDisputes',
    '关联纠纷 · Disputes linked by people, in groups',
    queryParameters(groupsQuery),
    linkedDisputesAnswer,
  ),
  [`${base}/hot-spots/repeat-parties`]: read(
    'centerRepeatParties',
    '多次出现的当事人 · Parties to several disputes',
    queryParameters(groupsQuery),
    repeatPartiesAnswer,
  ),
});
