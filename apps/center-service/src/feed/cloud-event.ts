import { z } from 'zod';
import { instant } from '../fields';
import { feedItem } from './feed.answer';
import type { FeedEvent } from './feed.reader';

/** CloudEvents 1.0, JSON format: what webhooks bring and pages of the feed hold. */
export const cloudEvent = z
  .object({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .meta({ description: '纠纷编号与版本，重发不变 dispute and revision; the same however often it is told' }),
    source: z.string(),
    type: z.string().meta({ example: 'mediation.feed.HandoffOffered.v1' }),
    subject: z.string().meta({ description: '纠纷编号 the dispute' }),
    time: instant,
    datacontenttype: z.literal('application/json'),
    data: feedItem,
  })
  .meta({ id: 'CloudEvent' });
export type CloudEvent = z.output<typeof cloudEvent>;

export const SOURCE = 'urn:mediation:center';

export const asCloudEvent = ({ data }: FeedEvent): CloudEvent => ({
  specversion: '1.0',
  id: `${data.dispute}:${data.revision}`,
  source: SOURCE,
  type: `mediation.feed.${data.type}.v1`,
  subject: data.dispute,
  time: data.recordedAt,
  datacontenttype: 'application/json',
  data,
});
