import { z } from 'zod';
import { bodyOrDivision, day } from '../fields';
import { pageQuery } from '../paging';

export const ORDER_STATES = ['waiting', 'overdue', 'answered', 'answered-late'] as const;

const org = bodyOrDivision.optional();

export const supervisionsQuery = z.strictObject({
  by: bodyOrDivision.optional().meta({ description: '由谁督办、交办 who ordered' }),
  org: org.meta({ description: '由此机构负责 the body responsible' }),
  kind: z.enum(['supervision', 'directive']).optional(),
  state: z.enum(ORDER_STATES).optional().meta({
    description:
      'waiting 尚无回应 no act since; overdue 逾期无回应 none by the day given; answered、answered-late 已回应、逾期回应',
  }),
  from: day.optional().meta({ description: '下达日期起，默认一年以来 ordered on or after; default a year back' }),
  to: day.optional().meta({ description: '下达日期止 ordered on or before' }),
  ...pageQuery,
});

export const CONCERNS = ['overdue', 'bounced-twice', 'risk-rising'] as const;

export const concernsQuery = z.strictObject({
  concern: z.enum(CONCERNS).optional().meta({ description: '只列此类 only of this kind' }),
  org: org.meta({ description: '由此机构负责，或由此区划的机构负责 the body responsible' }),
});

export type SupervisionsQuery = z.output<typeof supervisionsQuery>;
export type ConcernsQuery = z.output<typeof concernsQuery>;
export type Concern = (typeof CONCERNS)[number];
